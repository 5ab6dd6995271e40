# What coordinators read on their own phone of the concerns they look after, and what they send.

team-alert = { $kind }{ $worded ->
    [yes] , concern
   *[no] {""}
} { $concern }: person { $person }{ $bystander ->
    [yes] , about someone else
   *[no] {""}
}. { $why }{ $quoted ->
    [yes] { " " }They wrote: "{ $said }"
   *[no] {""}
} Reply ACK { $concern } to take it, SHOW { $concern } to read it.
team-alert-again = Still nobody on it. { $kind }{ $worded ->
    [yes] , concern
   *[no] {""}
} { $concern }: person { $person }.{ $quoted ->
    [yes] { " " }They wrote: "{ $said }"
   *[no] {""}
} Reply ACK { $concern } to take it.
team-not-safe = { $kind } { $concern }: person { $person } says it is NOT safe now. Reply ACK { $concern } to take it, SHOW { $concern } to read it.
team-wrote-again = { $name }, concern { $concern }: { $said }{ $channel ->
    [sms] { " " }(SAY { $concern } and your words to reply{ $taken ->
        [yes] {""}
       *[no] , ACK { $concern } to take it
    })
   *[telegram] {""}
}
team-asked-again = { $name } asks again (concern { $concern }). SHOW { $concern } to read it.
team-opt-out = Person { $person } has opted out, and has { $many ->
    [yes] open concerns
   *[no] an open concern
} ({ $concerns }). We can't write to them there any more, unless they write again.
team-taken = { $name } has taken concern { $concern }.

duty-on = You're on duty. Alerts will come to you here. Send OFF when you finish.
duty-off = You're off duty. Thank you.
duty-nobody = Nobody is on duty now, and anyone in danger is told so. Can someone else send ON?
duty-ack = You've taken concern { $concern }. Write to them with: SAY { $concern } and your words. When it's settled: CLOSE { $concern } and what came of it.
duty-ack-late = Concern { $concern } was taken already.
duty-said = Sent to { $name }.
duty-said-owed = On its way to { $name }. They opted out here and wrote again since, so it may not reach them. We'll tell you if we hear that it didn't.
duty-not-said = { $name } can't be reached here: nothing was sent. Please try another way.
duty-undelivered = What you wrote to { $name } (concern { $concern }) on { $when } did not reach them. Please try another way.
duty-closed = Concern { $concern } is closed.
duty-cleared = Concern { $concern } is closed as a false alarm. Nothing waits for them any more, and it is kept no longer than other messages.
duty-cleared-passed = What we kept from { $partner } meanwhile has been passed on.
duty-cleared-offered = They can still send what we kept from { $partner } meanwhile.
duty-adult = Done. { $name } counts as an adult again, and has been told so. Their concern for it is closed.
duty-not-adult = Nobody was taken for a child there. ADULT goes with the concern's number, the first one in the alert.
duty-reply-next = What you write next goes to { $name }.
duty-unknown = I don't know that concern. Send CONCERNS for those that are open.
duty-none = There are no open concerns.
duty-line = { $concern }: { $kind }, person { $person }{ $taken ->
    [yes] , taken
   *[no] , WAITING
}
duty-show = Concern { $concern }, { $by ->
    [nobody] { $name }
   *[other] about { $name }, from { $by }
}. Why: { $why }. They wrote: { $said }
duty-still-open = Concern { $concern } is still open, so our own messages to them are on hold. Is it settled? CLOSE { $concern } and what came of it.
duty-help = ON and OFF for duty. CONCERNS: those open. ACK 7, SHOW 7, CLOSE 7 and what came of it. SAY 7 and your words: to who wrote. TELL 7: to who it's about. ADULT 7: not a child. FALSE 7: false alarm. MATCHES, APPROVE 3, HOLD 3, REFUSE 3. { $own ->
    [yes] MENU ME: your own menu.
   *[no] {""}
}
duty-own-menu = My own menu
duty-near-word = Did you mean { $meant }? Nothing has been done yet. Send that, or DUTY for all you can send.
duty-near-number = Which one? Send the number too, like { $meant }. CONCERNS shows those that are open.
duty-near-match = Which one? Send the number too, like { $meant }. MATCHES shows those that wait.
duty-near-open = I don't know of an open concern { $concern }, so nothing was done. CONCERNS shows those that are open.
duty-near-words = { $meant ->
    [say] What shall I tell them? SAY { $concern } and your words.
    [tell] What shall I tell them? TELL { $concern } and your words.
   *[close] What came of it? CLOSE { $concern } and a few words, without names.
}
duty-near-one = One at a time please, like { $meant }. Nothing has been done yet.
duty-near-sense = Is that for the person of concern { $concern }? Then put a colon: { $meant }: and your words. It hasn't gone to anyone yet.
duty-closing = CLOSE { $concern } and what came of it
duty-saying = SAY { $concern } and your words
duty-telling = TELL { $concern } and your words

from-team = From our team: { $words }
alert-ack = I'll take it
alert-show = Show it
alert-reply = Reply
alert-crisis = CRISIS
alert-medical = MEDICAL
alert-safeguarding = SAFEGUARDING
alert-clinical_advice = Advice wanted
alert-conduct = Conduct
alert-held_back = Held back
alert-under_age = Under 18
alert-person_wanted = Person wanted
alert-meet = Would like to meet
alert-trouble = Trouble
alert-may_be = May be danger
alert-mentor_support = Mentor needs support

age-undone = Sorry, we took you for someone under 18. That's put right now, and we can go on.
false-alarm-passed = It's all fine, so we've now passed on to { $partner } what you wrote.
false-alarm-offered = It's all fine. We kept what you wrote from { $partner }. If you'd still like { $partner } to have it, reply SEND.
