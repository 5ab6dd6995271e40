# Talking with several people, at night, and from more than one phone.

relay-paused = { $partner } can't talk just now, so I haven't passed that on.
relay-over = Your chats with { $partner } have ended, so I haven't passed that on.
relay-unreachable = Sorry, we can't reach { $partner } just now, so I couldn't pass that on.
relay-undelivered = Sorry, what you wrote on { $when } didn't reach { $partner }. You could try again later.
relay-morning = It's night where { $partner } is, so they'll get this in the morning. If you both send NIGHTS ON, words come at night too.
relay-passed-to = I've passed that on to { $partner }.
relay-them = them
relay-aside = { $name } (you're talking to { $partner })
relay-own-number = This number is only for you and { $partner }. What you send here goes to { $partner }. You could save it under their name.

started-numbers = If you had sent STOP to the number of someone you talk with, send START to that number too.

whom = { $words }
    { $partner ->
        [several] Who was that for?
       *[other] Is that for { $partner }, or for us?
    }
whom-both = Both of them
    .sent = both of them
whom-all = All of them
    .sent = all of them
whom-us = For us
whom-sent = Thank you. It's on its way to { $partner }.
whom-ours = Thank you. Then it stays with us.
whom-ours-unclear = Thank you. Then it stays with us, and hasn't gone to anyone. What would you like from us? Say it in a few words, or send MENU.
machine-or-person = That looks like an automatic message, so { $partner ->
    [nobody] I have done nothing with it. If you wrote it, please say it in other words.
   *[other] I haven't passed it on. If you wrote it for { $partner }, reply SEND.
}
taken-for-us = I took that as for us, so { $partner } hasn't had it.{ $send ->
    [yes] {" "}To pass it on, reply SEND.
   *[no] {""}
}
relay-reacted = { $partner } put { $emoji } on what you wrote: “{ $words }”
nothing-seen = That came without any words, so there's nothing to pass on. Please try again.
talking-to-whom = Who would you like to talk to?
talking-to = You're talking to { $partner } now. What you write goes to { $partner }.

meet-nobody = There's nobody here to meet yet. Once you have a mentor, send MEET.
meet-whom = Who would you like to meet?
meet-asked = Thank you. I'll ask { $partner }. If you'd both like to, someone on our team will help you agree a public place and a time.
meet-ask = { $partner } would like to meet you, in a public place that our team agrees with you both. Would you like that?
meet-both = You'd both like to meet. Someone on our team will write to you and { $partner } here, to agree a public place and a time.
meet-declined = That's fine. You can go on writing here as before.
meet-not-now = { $partner } would rather keep to messages for now. That says nothing about you.
nights = Shall we pass messages on at night too, from 10pm to 8am? We only do that if you both say yes. If not, they wait for the morning.
nights-on = OK. If the person you talk with says yes too, messages will come at night as well. To stop that, send NIGHTS OFF.
nights-off = OK. At night, messages will wait for you until 8 in the morning.

## One person on two phones or apps

link-code = Your code is { $code }. From your other phone or app, send us LINK { $code } in the next 15 minutes. Then we'll know they're both you.
link-done = Thank you. We now know that this is you as well. We'll write to you where you wrote last.
link-told = We were asked to link another phone or app with you, and we did. If that wasn't you, send PERSON now.
link-wrong = Sorry, that code doesn't work, or it's too old. For a new one, send LINK from your other phone or app.
link-same = We know this one is you already. Send the code from your other phone or app. For a new code, send LINK.
link-tries = That's a lot of codes. Please try again in an hour, or send PERSON to ask our team.
link-both-joined = You've joined in both places, so someone on our team will look and put them together. They'll message you.
link-moved = Hello { $name }. This is where we write to you from now on. We've forgotten your old number.

## Talking to a mentor now

talk-now-after-joining = To talk with a mentor, we need these few answers first. If you need someone right now, ring Samaritans, free, day or night, on 116 123. In an emergency call 999.
talk-now-asking = We're asking the mentors who are on duty. We'll tell you in 10 minutes at most. In danger, or very unwell? Call 999.
talk-now-already = That's under way: you'll hear from us, or from your mentor, here. In danger, or very unwell? Call 999.
talk-now-nobody = Sorry, nobody can talk just now. { $when ->
    [none] {""}
   *[other] A mentor is free from { $when }.
} You can ring Samaritans, free, day or night, on 116 123. For your health ring 111. In an emergency call 999.
talk-now-hint = We've passed that on. If you need to talk with someone right now, send TALK NOW and we'll ask the mentors on duty.
talk-now-offer = Someone would like to talk now, for an hour. Can you?
    .yes = Yes, now
    .no = Not now
talk-now-declined = That's fine. Thank you for telling us.
talk-now-late = Thank you. Someone else has said yes, or it's settled another way.
talk-now-settled = Thank you for being there. Someone who wanted to talk has an answer now, so there's nothing to do.
talk-now-begins = You and { $partner } can talk now, for an hour. Write here, and we'll pass it on to { $partner }. Neither of you sees the other's number.
talk-now-ending = You and { $partner } have 10 minutes left. Time to say goodbye.
talk-now-over = Your hour with { $partner } is over. Thank you both. { $next ->
    [none] Send MENU for what else we can do.
    [several] What you write now goes to the others you talk with.
   *[other] What you write now goes to { $next }.
}

being-free = When could you talk with someone who needs it? We only ask you then.
    .hour = For the next hour
    .evening = This evening, 6 to 10
    .off = Not now
being-free-on = Thank you. We may ask you from { $begins } to { $ends }. To stop sooner, send FREE OFF.
being-free-off = OK, we won't ask you to talk right away. When you're free again, send FREE.
