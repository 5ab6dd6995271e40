# The words of the line, in English. Reading age 9 to 11; plain and warm.
# By SMS a text with its numbered options must fit two segments of GSM-7 (306 characters).

-line = Alongside

## Joining

joining-welcome = Hello, and welcome to { -line }. We put people who live with diabetes in touch with a trained mentor who has been there too. It's free. We're not a medical service: in an emergency call 999. First, a few short questions.

joining-consent = What you tell us stays with our small team, and a mentor never sees your number. You can leave at any time: just send STOP. Are you happy for us to message you?
    .yes = Yes, that's fine
    .no = No thanks

joining-declined = That's fine. We won't message you. If you change your mind, just say hello. Take care.

joining-adult = Our mentors only talk with adults. Are you 18 or over?

joining-under-age = Thank you for telling us. Our mentors only talk with adults, so we can't match you. You can talk to Childline any time, free, on 0800 1111. Someone on our team will see your message too.

joining-name = What name would you like us to use? A first name or a nickname is fine.

joining-health = Nice to meet you, { $name }. To find the right help, we need to keep a little about diabetes and your health. We only use it for that, and you can change your mind at any time. Is that OK?

joining-role = Who are you here for?
    .living_with_diabetes = Me, I have diabetes
    .carer = Someone I care for

joining-diabetes = What type of diabetes do you have?
    .type1 = Type 1
    .type2 = Type 2
    .gestational = Gestational (in pregnancy)
    .other = Another type
    .not_sure = Not sure
    .at_risk = At risk (prediabetes)

joining-their-diabetes = What type of diabetes do they have?
    .type1 = Type 1
    .type2 = Type 2
    .gestational = Gestational (in pregnancy)
    .other = Another type
    .not_sure = Not sure
    .at_risk = At risk (prediabetes)

joining-needs = What would help you most? { $channel ->
    [sms] You can pick more than one.
   *[telegram] Tap all that fit, then Done.
}
    .new_diagnosis = Being newly diagnosed
    .food = Food
    .moving_more = Moving more
    .feelings = How I feel
    .technology = Pumps and sensors
    .complications = Other health problems
    .work_and_family = Work and family
    .pregnancy = Pregnancy

joining-place = Roughly where are you? The first half of your postcode is enough, like GL1. It helps us find things near you. { $channel ->
    [sms] If you'd rather not say, send SKIP.
   *[telegram] {""}
}

joining-done = All done, { $name }. You're in! Send MENU at any time to see what we can do, or STOP to leave.

## Finding a mentor

finding-wanted = Would you like us to find you a mentor? That's someone who lives with diabetes too, and is trained to listen. You'd write to each other here.

finding-not-now = No problem. If you'd like one later, send MENU.

finding-has-one = You already have a mentor: { $partner }. Just write here, and we'll pass it on.

finding-resting = You have a mentor, { $partner }, who can't talk just now.

finding-languages = Which languages do you like to talk in? { $channel ->
    [sms] You can pick more than one.
   *[telegram] Tap all that fit, then Done.
}
    .en = English
    .cy = Welsh
    .pl = Polish
    .ur = Urdu
    .pa = Punjabi
    .bn = Bengali

finding-gender-wish = Who would you rather talk with?
    .any = I don't mind
    .woman = A woman
    .man = A man

finding-times = When do you like to talk? { $channel ->
    [sms] You can pick more than one.
   *[telegram] Tap all that fit, then Done.
}
    .mornings = Mornings
    .afternoons = Afternoons
    .evenings = Evenings
    .weekends = Weekends

finding-more = To find someone like you, may we ask a few more things? You can SKIP any of them.

likeness-technology = What do you use day to day? You can SKIP this. { $channel ->
    [sms] You can pick more than one.
   *[telegram] Tap all that fit, then Done.
}
    .pump = A pump
    .cgm = A sensor
    .injections = Injections
    .none = None of these

likeness-age = How old are you? You can SKIP this.
    .from_18 = 18 to 24
    .from_25 = 25 to 34
    .from_35 = 35 to 44
    .from_45 = 45 to 54
    .from_55 = 55 to 64
    .from_65 = 65 to 74
    .from_75 = 75 or over

likeness-style = How do you like to talk? You can SKIP this.
    .plenty = Chatting a lot
    .a_little = A few words at a time

likeness-any-type = Would you also talk with someone who has another type of diabetes?

likeness-shared = Would you like someone who shares your background or faith?
    .background = My background
    .faith = My faith
    .both = Both
    .no_matter = It doesn't matter

likeness-ethnicity = Which is your background? You can SKIP this.
    .asian = Asian
    .black = Black
    .mixed = Mixed
    .white = White
    .other = Another

likeness-faith = Which is your faith? You can SKIP this.
    .none = None
    .buddhist = Buddhist
    .christian = Christian
    .hindu = Hindu
    .jewish = Jewish
    .muslim = Muslim
    .sikh = Sikh
    .other = Another

finding-asked = Thank you. We have someone in mind, and we're asking them. We'll let you know as soon as they answer.

finding-nobody-yet = Thank you. We don't have the right person for you just yet. We'll keep looking, and write each week to tell you how it's going.

## Being matched

offering = Someone would like a mentor like you. { $reasons ->
    [none] {""}
   *[other] You share: { $reasons }.
} { $needs ->
    [none] {""}
   *[other] They'd like to talk about: { $needs }.
} Can you take them on?
    .yes = Yes, I'd like to
    .ask = Ask them something first
    .no = Not this time

offering-question = What would you like to ask? Just one question, and nothing that gives away who you are.
offering-question-sent = Thank you. We've asked them, and we'll come back to you with what they say.
offering-question-not-sent = I couldn't pass that on. Please leave out names, numbers and ways to meet. Here is the offer again:
offering-their-answer = You asked, and they answered: { $words }
offering-why-not = That's fine. Why not this time? It helps us ask you for the right people.
    .busy = Too busy just now
    .not_for_me = It's not something I can speak to
    .other = Another reason

asked-first = Someone who may become your mentor asks: { $words }
asked-first-thanks = Thank you. We've passed that on, and we'll let you know.
meeting-introduction = A mentor would like to talk with you. In their own words: { $words }

offering-accepted = Thank you! We'll ask them now, and let you know as soon as they answer.
offering-declined = That's fine, and thank you for telling us. We'll ask someone else.
offering-too-late = Thank you for answering. This one is already settled, so there's nothing more to do.

meeting = Good news: a mentor would like to talk with you. { $reasons ->
    [none] {""}
   *[other] You share: { $reasons }.
} Shall we put you in touch? Neither of you will see the other's number.
    .yes = Yes please
    .no = No, someone else

meeting-declined = That's fine. We'll look for someone else for you.
meeting-too-late = Sorry, that has changed since we asked. We'll be in touch again soon.

introduced-mentee = You and { $partner } can talk now. Write here, and we'll pass it on to { $partner }, who can't see your number. For anything else, send MENU. Why not say hello?
introduced-mentor = { $partner } said yes. Write here, and we'll pass it on to { $partner }, who can't see your number. Why not say hello?

mentee-said-no = Thank you for saying yes. This time they would like someone else, and that is fine. We'll ask you again soon.

offer-expired-mentor = We haven't heard from you about taking someone on, so we'll look for someone else. That's all right.
offer-nudge = A gentle nudge: someone is waiting to hear if you could be their mentor.

## Offering to be a mentor

mentoring-willing = Mentors listen, share what it's like, and never give medical advice. We train you and look after you. Would you like to become one?
mentoring-not-now = No problem. Thank you for thinking about it.
mentoring-already = You have already offered, thank you. Someone on our team will be in touch.
mentoring-thanks = Thank you, { $name }. Someone on our team will be in touch about the next steps.
mentoring-approved = Good news, { $name }: you're now a mentor with { -line }. We'll message you when someone needs you. When you're free to talk with someone at once, send FREE.

mentoring-diabetes = What type of diabetes do you know about?
    .type1 = Type 1
    .type2 = Type 2
    .gestational = Gestational (in pregnancy)
    .other = Another type
    .not_sure = Not sure
    .at_risk = At risk (prediabetes)

mentoring-topics = What could you talk about with someone? { $channel ->
    [sms] You can pick more than one.
   *[telegram] Tap all that fit, then Done.
}
    .new_diagnosis = Being newly diagnosed
    .food = Food
    .moving_more = Moving more
    .feelings = How it feels
    .technology = Pumps and sensors
    .complications = Other health problems
    .work_and_family = Work and family
    .pregnancy = Pregnancy

mentoring-languages = Which languages can you talk in? { $channel ->
    [sms] You can pick more than one.
   *[telegram] Tap all that fit, then Done.
}
    .en = English
    .cy = Welsh
    .pl = Polish
    .ur = Urdu
    .pa = Punjabi
    .bn = Bengali

mentoring-gender = Some people ask to talk with a woman or a man. Which are you?
    .woman = A woman
    .man = A man
    .another_way = Another way
    .not_said = I'd rather not say

mentoring-times = When could you talk? { $channel ->
    [sms] You can pick more than one.
   *[telegram] Tap all that fit, then Done.
}
    .mornings = Mornings
    .afternoons = Afternoons
    .evenings = Evenings
    .weekends = Weekends

## Check-ins

checkin-day = Once a week we can ask how you are. Which day suits you?
    .monday = Monday
    .tuesday = Tuesday
    .wednesday = Wednesday
    .thursday = Thursday
    .friday = Friday
    .saturday = Saturday
    .sunday = Sunday
    .never = No check-ins

checkin-time = What time is best? For example 10am, or half past 6 in the evening.
checkin-never = That's fine, no check-ins. If you'd like them later, send MENU.
checkin-set = Thank you. We'll ask how you are once a week. The first time is { $first }.
checkin-week = Hello { $name }. How has your week been, from 0 (very hard) to 10 (very good)?
checkin-words = Would you like to say a bit more? Just write it, or send SKIP.
checkin-thanks = Thank you for telling us. We'll ask again next week. If you need anything before then, send MENU.
checkin-low = I'm sorry it has been so hard. { $partner ->
    [none] {""}
   *[other] You can write to { $partner } about it here.
} If you'd like someone on our team to write to you, send PERSON. Samaritans are there day and night, free, on 116 123.

## Signposting

signposting-place = Roughly where are you? The first half of your postcode is enough, like GL1.
signposting-which = Here is what we found. Which would you like to know more about?
signposting-service = { $name }: { $summary } { $contact }
signposting-sample = { $name } (a made-up example): { $summary } { $contact }
signposting-nothing = Sorry, we don't know of anything near you yet. Your GP surgery may know of a group. To ask our team, send PERSON.
signposting-none-chosen = That's fine. Send MENU to look again.

## The menu, and commands

menu = What would you like to do?
    .mentor = Find a mentor
    .services = Find something near me
    .checkin = Weekly check-ins
    .volunteer = Offer to be a mentor
    .mentoring = Me as a mentor
    .training = Mentor lessons
    .person = Ask our team to write
    .talk_now = Talk to a mentor now
    .change = Change or end my match
    .nothing = Nothing, thanks

menu-nothing = That's fine. Whenever you need us, send MENU.
menu-no-chat = Thank you for writing. This is an automatic reply, so I can't chat, but here is how we can help.
menu-courtesy = You're welcome. Whenever you need us, send MENU.

person-wanted = Thank you. Someone on our team will write to you here as soon as they can. If you're unwell and can't wait, ring 111, or 999 in an emergency.

help = This is { -line }, a free line for people living with diabetes. Send MENU for what we can do, BACK to change an answer, PERSON for someone on our team, or STOP to leave. In an emergency call 999.

stopped = You won't get any more messages from { -line } here. To come back, send START. In an emergency call 999.
started = Welcome back. Send MENU to see what we can do.
back-nowhere = There's nothing to go back to here.
back-not-past-done = That part is saved now, so we can't go back to it. Send MENU to see what you can change.

resumed = Welcome back. Here's where we were:
resumed-after = Now, back to what we were asking:
flow-gone = Sorry, we've changed how this part works, so we've closed it. Send MENU to start again.

unclear-again = Sorry, I still didn't get that. { $skip ->
    [yes] You can send SKIP to leave it out.
   *[no] {""}
} To change your last answer, send BACK. To ask someone on our team to write to you, send PERSON.
held-sent = We've passed this on to { $partner }:
    { $words }
held-more = We still have this from before:
    { $words }
    To pass it on, reply SEND.
held-waits = It's still here, but there's nobody you can write to just now. When there is, reply SEND.
held-nothing = There's nothing waiting to be sent.

press-outdated = That button is from an earlier question. { $asking ->
    [yes] Here's what we're asking now:
   *[no] Send MENU to see what you can do now.
}

picture-not-passed = We read your words. The picture stays here: we can't open or pass on pictures.
only-words-low = We can only read words here, so we couldn't open that, and I don't want to miss what you said. Please write it. To talk with someone now: Samaritans 116 123, day or night. In danger? 999.
only-words = Thank you. We can only read words here, so we didn't open that. Please write it instead.
contact-not-passed = Thank you. We don't pass on contact cards, to keep everyone's number private.
position-thanks = Thank you. We only use where you are when you look for something near you. Send MENU for that.
edited-noted = We saw you changed a message. What we've already read or passed on stays as it was. Send it again if it matters.
group-leaving = Hello. { -line } is a private line, so we only talk one to one. Please message us directly.
trouble = Sorry, something went wrong on our side. We've kept your message and our team will look at it. Please try again, or send MENU.

flood = Thanks, I can see you have a lot to say. I'm slowing down a little so nothing gets lost. In danger now? Call 999.
ending-wrong_number-asked = Have we got the wrong person? If so, we'll stop writing to this number.
    .yes = Yes, wrong person
    .no = No, it's me
ending-deceased-asked = We're so sorry. Has the person we write to died? If so, we'll stop writing here.
    .yes = Yes
    .no = No
ending-stays = Thank you for telling us. Nothing has changed.
moving-place = Where do you live now? The first half of your postcode is enough, like GL1.
moving-done = Thank you. From now on we'll look near there.
about-line = I'm the automatic part of { -line }, a free line for people with diabetes. Your mentor sees the name you chose, and never your number. Our team reads what you write only to keep people safe. To hear from one of us, send PERSON.
ending-wrong_number = Sorry to have bothered you. We won't message this number again.
ending-deceased = We're so sorry. We won't message here again. If you'd like to talk, Cruse Bereavement Support is on 0808 808 1677.
held-contact = I haven't sent that. To keep you both safe, we don't pass on phone numbers, emails, links, addresses or other ways to meet or talk outside this line. You can say it another way. If you'd both like to meet, send MEET.
held-forwarded = I haven't sent that. Someone else wrote it, and their words are for them to share. You can tell { $partner } about it in your own words.
held-money = I haven't sent that. To keep you both safe, we don't pass on messages about money, or about buying, selling or sharing medicines and supplies. You can say it another way.
held-without = Shall I send it without that part?
held-kept = That's fine. I haven't sent anything.
held-not-sent = I couldn't send it: you can't write to them just now.
held-sent-without = Done: I sent the rest.
match-paused-other = { $partner } is taking a break from the line, so your chats have paused. You've done nothing wrong.
match-resumed-other = { $partner } is back. You can write to each other again.
opted-out = We've stopped our messages here, and we haven't passed this on. To come back, send START. In an emergency call 999.

## Coordinators

team-mentor-offer = { $name } has offered to be a mentor. See them with: alongside mentors list
team-trouble = A message from person { $person } could not be handled. See it with: alongside inbox failed
team-deceased-asked = We were told that person { $person } may have died. We've asked gently whether that is so. Please look.
team-midpoint-words = { $name } was asked how match { $match } is going, and wrote: { $words }
team-change-words = { $name } asked for someone else, because: { $words }
team-loop = Person { $person } keeps sending the same words, as a program would. We've stopped answering those.
team-wrong_number = Person { $person }'s number belongs to someone else now. We've stopped writing to it.
team-deceased = We were told that person { $person } has died. We've stopped writing there. Please look at what else should end.
team-flow-gone = Person { $person } was in a conversation that no longer exists. It was closed.

## Red flags: what goes with the first answers in en.safety.ftl

checking-safe = That sounds like a lot, so I want to ask you one thing. In danger, or very ill? Call 999. Samaritans listen day and night, free, on 116 123.
checking-safe-yes = Thank you for telling me. I'm glad. If that changes, call 999, or send PERSON for someone on our team.
checking-safe-newcomer = That sounds like a lot. In danger, or very ill? Call 999. Samaritans listen day and night, free, on 116 123.
low = That sounds hard, and I'm sorry. You don't have to carry it alone. Send TALK NOW to talk with a mentor who is free, or PERSON for our team. Samaritans listen day or night: 116 123.
advice-for-mentee = Questions about doses, tablets or tests are for their care team, not for you. You can say: "Please ask your diabetes team or ring 111." If they seem very ill: 999.
advice-for-care-team = That one is for { $partner }'s care team. You don't need to answer it, just be there.
team-talk-over = We've finished here for now. What you write goes to { $partner } again. To reach us, send PERSON.
safety-kept = We haven't told { $partner }. Our team has it.
safety-not-passed-on = We haven't passed that on to { $partner }. Our team has it. If you do want { $partner } to have it, reply SEND{ $within ->
    [hour] {" "}within the hour.
   *[day] .
}

partner-team-aware = Our team is in touch with { $partner } just now, so they may be quiet. You don't need to do anything. If you're worried, send CONCERN.

leaving = Would you like us to stop all messages here?
    .yes = Yes, stop
    .no = No, stay
leaving-or-relay = If that was for { $partner }, reply SEND and I'll pass it on.
leaving-stays = That's fine. We'll keep in touch. Send MENU for what we can do, or STOP at any time.

raising-who = Who is this about?
raising-myself = Me
raising-team = Someone on your team
raising-team-words = Please tell us in your own words. If you name someone on our team, they won't be told. In an emergency call 999 first.
raising-team-done = Thank you for telling us. Someone else on our team will look at it and be in touch. In an emergency call 999.
raising-team-nobody = I have to be honest: there is nobody else on our team here who could look at this. Please tell it to the people who told you about us. In an emergency call 999.
raising-about = What is it about?
    .safety = Someone's health or safety
    .conduct = How someone has behaved
    .other = Something else
raising-words = Please tell us in your own words. Only our team will see it. In an emergency call 999 first.
raising-done = Thank you for telling us. Our team has it and will be in touch. In an emergency call 999.
match-resting = We've paused your chats with { $partner } while our team looks into something. Our team will be in touch.

## For the team

team-match = Match { $match } proposed: { $mentee } with { $mentor }. Why: { $reasons }. Reply APPROVE { $match }, HOLD { $match } or REFUSE { $match }.
duty-match-done = Done: match { $match }.
duty-match-late = Match { $match } has moved on since. MATCHES shows those that wait for you.
duty-match-line = { $match }: { $mentee } with { $mentor }{ $held ->
    [yes] , held
   *[no] {""}
}. Why: { $reasons }.
duty-match-none = No matches wait for a yes.
duty-match-alone = { $mentee } waits since { $since }, and has nobody. Of { $mentors } mentors: { $why ->
    [none] those who would suit are taken
   *[other] { $why }
}.
still-looking = We're still looking for a mentor who suits you. You haven't been forgotten. Meanwhile there may be a group near you: send MENU. We'll write again in a week.

## Why two people were matched

reason-role = both { $shared }
reason-diabetes = both { $shared }
reason-needs = can talk about { $shared }
reason-language = asked for { $shared }
reason-age = about the same age
reason-life = both { $shared }
reason-technology = both { $shared }
reason-times = both free { $shared }
reason-style = both like { $shared }
reason-ethnicity = asked for { $shared }
reason-faith = asked for { $shared }
reason-room = has room
reason-near = near enough to meet

## Why someone has nobody: the rule, before the number of mentors that it excludes

rule-same_person = themselves
rule-own_mentor = mentored by them
rule-blocked = kept apart
rule-declined = said no before
rule-not_answered = not answered
rule-parted = talked before
rule-held = kept apart by you
rule-not_active = not active
rule-not_trained = not trained
rule-checks_lapsed = checks run out
rule-full = full
rule-not_adult = not adult
rule-language = another language
rule-gender = not the gender asked for
rule-diabetes = another type

## Words in lists

label-same_age = being about the same age
label-none = no faith

label-new_diagnosis = being newly diagnosed
label-food = food
label-moving_more = moving more
label-feelings = how it feels
label-technology = pumps and sensors
label-complications = other health problems
label-work_and_family = work and family
label-pregnancy = pregnancy
label-type1 = type 1
label-type2 = type 2
label-gestational = gestational diabetes
label-at_risk = at risk of diabetes
label-living_with_diabetes = living with diabetes
label-carer = caring for someone
label-pump = using a pump
label-cgm = using a sensor
label-injections = injections
label-mornings = mornings
label-afternoons = afternoons
label-evenings = evenings
label-weekends = weekends
label-en = English
label-cy = Welsh
label-pl = Polish
label-ur = Urdu
label-pa = Punjabi
label-bn = Bengali
label-student = studying
label-working = working
label-not_working = not working
label-parent = being a parent
label-pregnant = being pregnant
label-retired = being retired
label-plenty = chatting a lot
label-a_little = a few words at a time
label-18_24 = ages 18 to 24
label-25_34 = ages 25 to 34
label-35_44 = ages 35 to 44
label-45_54 = ages 45 to 54
label-55_64 = ages 55 to 64
label-65_74 = ages 65 to 74
label-75_over = ages 75 and over
label-asian = Asian background
label-black = Black background
label-mixed = mixed background
label-white = white background
label-other = shared background
label-buddhist = Buddhist faith
label-christian = Christian faith
label-hindu = Hindu faith
label-jewish = Jewish faith
label-muslim = Muslim faith
label-sikh = Sikh faith
