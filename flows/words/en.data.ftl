# What people are told about what is held of them: seeing it, deleting it, and what they agreed to.

command-mydata = See what we hold about you
command-deleteme = Delete what we hold about you
command-consent = What you've agreed to

my-data = What would you like to do about what we hold on you?
    .see = See it
    .delete = Delete it
    .neither = Neither
my-data-neither = That's fine. To see it at any time send MY DATA. To have it deleted send DELETE ME.
my-data-link = Here is what we hold about you: { $link } It opens for { $minutes } minutes. Don't pass it on. Is this phone shared? Delete this message after.
my-data-no-page = We can't show it on a page just now, so someone on our team will send it to you. They've been told.

erasing-what = If you say yes, we delete your name, your number, your answers and all your messages, for good. Any match ends and we stop writing. We only keep numbers, like how many people joined.
erasing-kept = You've told us about someone at risk, or how someone behaved. To keep people safe we must keep those words. They're kept apart, and deleted on { $until }, or later if we're still looking into it.
erasing = Shall we delete everything else now?
    .yes = Yes, delete it
    .no = No, keep it
erasing-done = It's done. Within an hour we'll have lost your number too, and we won't write again. If you ever write to us, we'll meet you as someone new. In an emergency call 999. Take care.
erasing-not = That's fine. Nothing has been deleted. Send MENU for what we can do.

match-over = { $partner } has left the line, so your chats have ended. You've done nothing wrong. { $seeks ->
    [yes] We'll look for someone else for you.
   *[no] Thank you for being there.
}
match-over-health = Your chats with { $partner } have ended. You've done nothing wrong. { $seeks ->
    [yes] We'll look for someone else for you.
   *[no] Thank you for being there.
}
offer-withdrawn = The person we asked you about doesn't need a mentor now. Thank you for being there.

team-erased = Person { $person } has asked us to delete what we hold, and has an open concern ({ $concern }). What was said is kept. We lose their number within the hour.
team-wants-data = Person { $person } asks what we hold about them. Send it with: alongside people export { $person }

consenting-standing = You've said yes to: { $yes }. You haven't said yes to: { $no }.
consenting-which = Would you like to change one? You can SKIP.
    .line = Getting our messages
    .health = Health details
    .research = Counting in what we learn
    .stories = Sharing your story
consenting-same = That's fine. Nothing has changed. Send CONSENT to look again.
consenting-thanks = Thank you. You can change your mind at any time: send CONSENT.

consenting-health = To match you with a mentor we need to know a little about diabetes and you. We keep it private. Is that OK?
consenting-without-health = That's fine. We can't match you without it, but we can still check in and find things near you. Send MENU.
consenting-research = May we count your answers, without your name, in what we learn about what helps people?
consenting-stories = May we ask you one day to share your story, to encourage others? You would see it first.

health-withdrawing = Shall we delete what you told us about your health? We can't match you without it, so { $partners ->
    [one] your chats with { $partner } would end.
   *[other] all your chats would end.
}
    .yes = Yes, delete it
    .no = No, keep it

consenting-no-health = We've deleted what you told us about your health, ended any match, and won't match you again unless you ask. We still check in if you chose that. Send CONSENT to change it.
consenting-no-research = Done. We won't count your answers in what we learn.
consenting-no-stories = Done. We won't ask for your story or share it.

consent-line = getting our messages
consent-health = health details
consent-research = counting in what we learn
consent-stories = sharing your story

## The page that shows what is held

data-title = What we hold about you
data-ask = Press the button to see everything we hold about you. It's best to look when nobody else can see your screen.
data-show = Show my data
data-here = This is everything we hold about you. This page closes 15 minutes after we sent you the link. To see it again, send MY DATA.
data-left-out = What other people told our team in confidence, and what our team wrote down about it, isn't shown here. Ask our team if you would like that too: send PERSON.
data-download = Save it as a file
data-contents = On this page
data-closed = This link is closed
data-closed-why = A link opens for 15 minutes. This one is too old, or some of it is missing.
data-closed-again = To get a new one, send MY DATA to us.
data-yes = yes
data-no = no

data-table-person = You
data-table-address = How we reach you
data-table-consent = What you agreed to
data-table-checkin = When we check in
data-table-checkinanswer = Your check-ins
data-table-concern = What we look into for you
data-table-conversation = Your answers
data-table-inbox = What you sent us
data-table-outbox = What we sent you
data-table-match = Your matches
data-table-mentor = You as a mentor
data-table-pairheld = Pairs we don't suggest again
data-table-signpost = What we told you about
data-table-timer = What we plan to send

data-field-status = Where it stands
data-field-name = Name
data-field-profile_json = What you told us about yourself
data-field-language = Language
data-field-timezone = Time zone
data-field-created_at = You first wrote
data-field-joined_at = You joined
data-field-seeks_since = You asked for a mentor
data-field-channel = By
data-field-value = Number or chat
data-field-used_at = You last wrote from it
data-field-opted_out_at = You asked us to stop
data-field-kind = What
data-field-given_at = You said yes
data-field-withdrawn_at = You took it back
data-field-weekday = Day of the week (0 is Monday)
data-field-at = At
data-field-active = On
data-field-week = How your week was, from 0 to 10
data-field-words = Your words
data-field-answered_at = You answered
data-field-said = Your words
data-field-why = Why
data-field-opened_at = Since
data-field-closed_at = Until
data-field-kept_until = Kept until
data-field-flow = About
data-field-log_json = What was asked, and what you answered
data-field-held = Your words that wait
data-field-began_at = Since
data-field-touched_at = Last used
data-field-body = The message
data-field-arrived_at = It came
data-field-text = Words
data-field-pressed = Button
data-field-position = Where you were
data-field-latitude = Latitude
data-field-longitude = Longitude
data-field-queued_at = We wrote it
data-field-sent_at = It went
data-field-delivered_at = It arrived
data-field-introduced_at = You met
data-field-ended_at = It ended
data-field-last_word_at = The last message
data-field-reasons = Why we thought you'd get on
data-field-needs = What it was about
data-field-question = A question
data-field-answer = An answer
data-field-introduction = Your words about yourself
data-field-capacity = People you take on at a time
data-field-offered_at = You offered
data-field-approved_at = We said yes
data-field-check_level = The check we did
data-field-check_date = When we did it
data-field-checks_until = It lasts until
data-field-trained_until = Your training lasts until
data-field-service = What
data-field-action = What
data-field-due_at = When
data-field-role = Who it's about
data-field-diabetes = Type of diabetes
data-field-technology = What you use
data-field-age_band = Age
data-field-life_stages = What fills your days
data-field-gender = Gender
data-field-gender_wish = Who you'd rather talk with
data-field-ethnicity = Ethnicity
data-field-faith = Faith
data-field-languages = Languages you talk in
data-field-times = When you like to talk
data-field-style = How you like to talk
data-field-place = Roughly where you are
data-field-outcode = Start of your postcode
