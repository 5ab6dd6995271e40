# What mentors read: offering, training, settings, the monthly check-in, what runs out, and thanks.

## Offering

mentoring-interested = Thank you! We've put you on our list of people who'd like to help.
mentoring-health = To link you with the right people we need to know a little about diabetes and you. We keep it private. Is that OK?
mentoring-without-health = That's fine. You stay on our list, but we can't match you without it. If you change your mind, send MENU.

mentoring-technology = What have you used yourself? { $channel ->
    [sms] You can pick more than one.
   *[telegram] Tap all that fit, then Done.
}
    .pump = A pump
    .cgm = A sensor
    .injections = Injections
    .none = None of these

mentoring-life-stages = What is your life like? It helps us match you with people like you. You can SKIP this. { $channel ->
    [sms] You can pick more than one.
   *[telegram] Tap all that fit, then Done.
}
    .student = Studying
    .working = Working
    .not_working = Not working
    .parent = A parent
    .pregnant = Pregnant
    .carer = Caring for someone
    .retired = Retired

mentoring-train = All mentors take six short lessons here in the chat. It's about ten minutes, and you can stop and go on later. Shall we start?
    .yes = Yes, start now
    .no = Later
mentoring-train-later = That's fine. To start at any time, send TRAINING.
mentoring-approved-training = Good news, { $name }: our team said yes. Once you finish the lessons you're a mentor. Send TRAINING to go on.

## Training

training-offer-first = The lessons are for people who offer to be a mentor.
training-up-to-date = You've done all the lessons, thank you. They count until { $until }.
training-begin = { $lessons ->
    [one] One short lesson is left, with a question.
   *[other] { $lessons } short lessons, each with one question. Take your time: we keep your place.
}
training-right = That's right.
training-done = Well done! You've finished the lessons. They count until { $until }, then we ask you to read them again.
training-team-next = Our team will now do the last checks, and be in touch.

training-listening = Listening. People mostly want to be heard. Let them talk. Say back what you heard. Ask open questions, like "How was that for you?" Share a bit of your own story if it helps them. Don't tell them what to do.
training-listening-question = Someone says they can't face testing today. What do you do first?
    .a = Tell them they must
    .b = Ask how they feel
    .c = Talk about my own day
training-listening-why = It comes from care, but first they need to feel heard. Ask how it feels for them, and listen. Let's try that one again.

training-boundaries = Boundaries. You are a mentor, not on call. Choose when you write. Keep to this line: no phone numbers, no meeting up, no money or gifts. If something feels too much, tell our team: send PERSON.
training-boundaries-question = Someone asks for your own number, to chat more. What do you do?
    .a = Give it, to be kind
    .b = Stop writing to them
    .c = Say kindly: only on here
training-boundaries-why = This line keeps you both safe, so we stay on it. You can be kind and still say no. Let's try that one again.

training-confidentiality = Keeping things private. What people tell you stays with you. Don't share it with friends or family, or post it. There is one exception: if someone may be in danger, tell our team. Never promise to keep that a secret.
training-confidentiality-question = Your partner asks who you were writing to. What do you say?
    .a = That it's private
    .b = Just the first name
    .c = Only the sad parts
training-confidentiality-why = Even a first name or a small part can give someone away. What they tell you is theirs. Let's try that one again.

training-safeguarding = Keeping people safe. If someone may hurt themselves, is being hurt, or is very ill: it's not yours to solve alone. In danger now? Tell them to call 999. Then send CONCERN, so our team knows the same day.
training-safeguarding-question = Someone tells you they are scared of a person at home, and asks you to tell nobody. What do you do?
    .a = Keep it to myself
    .b = Talk to that person
    .c = Tell our team
training-safeguarding-why = It's hard when they ask you to keep quiet. But to be safe they need more than you can give. Tell them kindly that you will tell our team, then send CONCERN. Let's try that one again.

training-no_medication_advice = No advice on medicines. Never say how much insulin or which tablets to take, even if you know. What is right for you may harm them. Say: "Ask your care team, or ring 111." You can still ask how they are.
training-no_medication_advice-question = Someone asks how much insulin you would take for a pizza. What do you say?
    .a = The dose I take
    .b = Ask your care team
    .c = Take a bit less
training-no_medication_advice-why = A dose that is safe for you could put them in hospital. Even a small hint can. Point them to their care team, or 111. Let's try that one again.

training-endings = Endings. Most pairs write for about 16 weeks. Talk about the end before it comes. Look back at how far they have come, and ask what is next for them. If you need to stop early, tell us. That's fine, and nobody is left alone.
training-endings-question = You're short of time and can't go on. What do you do?
    .a = Tell them and the team
    .b = Go quiet
    .c = Write now and then
training-endings-why = If you go quiet, people think they did something wrong. A kind goodbye helps, and we find them someone else. Let's try that one again.

## Settings

mentor-settings = What would you like to change about being a mentor?
    .pause = Pause new people
    .resume = Take new people
    .capacity = How many people
    .times = When I can talk
    .topics = What I can talk about
    .comfort = Who I talk with
    .likeness = More about me
    .introduction = My introduction
    .free = Free to talk now
    .leave = Stop being a mentor

mentor-settings-not-yet = This is for mentors. To become one, send MENU and offer.
mentor-settings-nothing = There's nothing to change: that's how it is already.
mentor-settings-paused = Done. We won't ask you about anyone new. The people you talk with now can still write to you. When you're ready, send RESUME.
mentor-settings-resumed = Welcome back! We'll ask you when someone needs you.
mentor-settings-no-health = To match you we need to keep a little about diabetes and you, and you asked us not to. To change that, send CONSENT.
mentor-settings-capacity = How many people would you like to support at once? From 1 to 5. Most mentors have 3.
mentor-settings-saved = Thank you, we've saved that.
mentor-settings-comfort = Who would you rather talk with?
    .any = I don't mind
    .woman = Women
    .man = Men
mentor-settings-any-type = Some people have another type of diabetes. Would you talk with them too?
mentor-settings-introduction = Say a few words about yourself, for people who may be matched with you. Up to 200 letters. No full name or number, please.
mentor-settings-introduction-held = We can't use that: it may say how to reach you outside this line. Please leave out names, numbers, places and links.
mentor-settings-leave = Would you like to stop being a mentor? We'll tell the people you support, and find each of them someone else.
    .yes = Yes, stop
    .no = No, stay
mentor-settings-stays = We're glad you're staying. If you need a rest, send PAUSE.
mentor-settings-left = That's done. Thank you for all you gave. You can still use this line for yourself, and you're welcome back at any time.

mentor-left = { $partner } has stopped being a mentor, so your chats have ended. You did nothing wrong. We're looking for someone else now, and you come first.

## The monthly check-in

mentor-checkin = Hello { $name }. How are you finding it as a mentor, from 0 (very hard) to 10 (very good)?
mentor-checkin-more = Would you like to say more about it? Only our team will see it.
mentor-checkin-words = Please write it here.
mentor-checkin-thanks = Thank you for telling us, and for being there. To talk to someone on our team at any time, send PERSON.
mentor-checkin-low = Thank you for being honest. It can be hard. Would you like someone on our team to write to you?
mentor-checkin-low-thanks = That's fine. Our team will keep an eye out. If you need a rest, send PAUSE. To talk to us, send PERSON.

## What runs out

mentor-checks-lapse = Your mentor checks run out on { $until }. Our team will be in touch to renew them.
mentor-checks-lapsed = Your mentor checks have run out, so we won't ask you about anyone new for now. You can go on with the people you talk with. Our team will be in touch.
mentor-training-lapse = Your mentor lessons count until { $until }. To read them again, send TRAINING. It's about ten minutes.
mentor-training-lapsed = Your mentor lessons have run out, so we won't ask you about anyone new for now. To read them again, send TRAINING. You can go on with the people you talk with.

## Thanks

mentor-thanks-person = Thank you, { $name }! { $count ->
    [1] This is the first person you're here for.
   *[other] That makes { $count } people you've been there for.
} It means a lot.
mentor-thanks-time = Thank you, { $name }! { $years ->
    [0] You've been a mentor for six months now.
    [1] You've been a mentor for a year now.
   *[other] You've been a mentor for { $years } years now.
} We're so glad you're here.

## For the team

team-mentor-trained = { $name } (person { $person }) has finished the mentor training.
team-mentor-left = { $name } (person { $person }) has stopped being a mentor. Their people have been told, and wait for someone else before all others.
team-mentor-checks-lapse = The checks of { $name } (person { $person }) run out on { $until }. Record new ones with: alongside mentors check { $person }
team-mentor-checks-lapsed = The checks of { $name } (person { $person }) have run out: no new matches. Record new ones with: alongside mentors check { $person }
team-mentor-training-lapsed = The training of { $name } (person { $person }) has run out: no new matches until they have read the lessons again.
