# What people are told about what is held of them: seeing it, deleting it, and what they agreed to.

command-mydata = See what we hold about you
command-deleteme = Delete what we hold about you
command-consent = What you've agreed to

my-data = What would you like to do about what we hold on you?
    .see = See it
    .delete = Delete it
    .neither = Neither
my-data-neither = That's fine. To see it at any time send MY DATA. To have it deleted send DELETE ME.
my-data-link = Here is what we hold about you: { $link } It works once, in the next { $minutes } minutes. Don't pass it on. Is this phone shared? Delete this message after.
my-data-no-page = We can't show it on a page just now, so someone on our team will send it to you. They've been told.

erasing-what = If you say yes, we delete your name, your number, your answers and all your messages, for good. Any match ends and we stop writing. We only keep numbers, like how many people joined.
erasing-kept = You've told us about someone at risk, or how someone behaved. To keep people safe we must keep those words. They're kept apart, then deleted by { $until } or, if it's still open, 6 years after it ends.
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

consenting-no-health = We've deleted what you told us about your health, ended any match, and won't match you again unless you ask. We still check in if you chose that. Send CONSENT to change it.
consenting-no-research = Done. We won't count your answers in what we learn.
consenting-no-stories = Done. We won't ask for your story or share it.

consent-line = getting our messages
consent-health = health details
consent-research = counting in what we learn
consent-stories = sharing your story
