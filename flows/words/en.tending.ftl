# Looking after a match: its first week, its silences, its middle and its end.

first-week-mentee = How is it going with { $partner }? A good way to begin: tell them one thing that was hard this week, or ask how they found their first year.
first-week-mentor = How is it going with { $partner }? A good way to begin: ask what made them get in touch, and listen. There's no need to fix anything.
quiet-mentor = It has been quiet between you and { $partner }. A short hello goes a long way. If something's not working, send CHANGE or PERSON.
quiet-mentee = It has been quiet between you and { $partner }. You can pick it up again any time: just write. If it isn't working, send CHANGE. No blame at all.
silent-mentor = { $partner } wrote to you and hasn't heard back. A short hello goes a long way. If it's too much just now, send CHANGE or PERSON.
silent-mentee = { $partner } hasn't answered for a while. You did nothing wrong, and we've reminded them. If you'd like someone else, send CHANGE.
silent-over = We're sorry: { $partner } hasn't been able to answer, so your chats have ended. You did nothing wrong. We're looking for someone else now, and you come first.
silent-paused = We haven't heard from you for a while, so we're looking for someone else for { $partner }. That's all right. We won't ask you about anyone new. When you're ready, send RESUME.
fortnightly = You and { $partner } have been talking for eight weeks. Many pairs now write every two weeks or so. Do what suits you both.
ending-soon = You and { $partner } have about a week left of the time we plan for. It's a good moment to say what helped, and what you'd like next.
match-ended = Your time with { $partner } has come to an end. Thank you both. You can always send MENU.
match-ended-early = { $partner } has decided to stop here for now. That's all right, and no one is to blame. { $seeks ->
    [yes] We'll look for someone else for you.
   *[no] Thank you for being there.
}
carries-on = Good news: you and { $partner } carry on talking. We'll ask again in a few months.

midpoint = You and { $partner } are about half way. How is it going?
    .well = It's going well
    .so_so = So-so
    .not = Not really working
midpoint-well = Lovely to hear. Carry on just as you are.
midpoint-so_so = Thank you for being open. It can help to tell each other what you'd like more of. Our team is here too: send PERSON.
midpoint-words = Thank you for telling us. Someone on our team will read that, and nobody else will.
midpoint-not = Thank you for telling us. Let's put it right.

looking-back = You and { $partner } have talked for a good while now. Our matches are planned to end about here, so let's look back.
looking-back-helped = How much has it helped you, from 0 (not at all) to 10 (a great deal)?
looking-back-experience = Overall, how was your experience of our service?
    .very_good = Very good
    .good = Good
    .neither = Neither good nor poor
    .poor = Poor
    .very_poor = Very poor
    .dont_know = Don't know
looking-back-words = Would you tell us a bit more about why? Just write it, or send SKIP.
looking-back-next = What would you like next?
    .carry_on = Carry on talking
    .group = Find a group near me
    .mentor = Become a mentor myself
    .finish = Finish here
looking-back-carry_on = I'll ask { $partner }, and let you know.
looking-back-group = Good idea. Let's look.
looking-back-mentor = How wonderful. Let's see.
looking-back-finish = Thank you for being part of this. Send MENU whenever you need us.

carrying-on = { $partner } would like to carry on talking with you for another few months. Would you?
    .yes = Yes, gladly
    .no = No, let's finish
mentor-feedback = Your match has ended. How was it for you, from 0 (hard) to 10 (a joy)?
mentor-feedback-words = Is there anything we could do better for mentors? Just write it, or send SKIP.
mentor-feedback-thanks = Thank you. What you gave made a difference.

ending-early-none = You're not matched with anyone just now. Send MENU to see what you can do.
ending-early-who = Who is it about?
ending-early = That's fine, and nobody is to blame. What would you like instead of talking with { $partner }?
    .change = Someone else
    .end = Just stop here
    .keep = Stay as we are
ending-early-why = What should be different next time?
    .experience = Someone more like me
    .times = Someone free when I am
    .style = Another way of talking
    .not_said = I'd rather not say
ending-early-change = Thank you. Your chats with { $partner } have ended, and we're looking for someone else for you now.
ending-early-end = Your chats with { $partner } have ended. Send MENU whenever you need us.
ending-early-kept = That's fine. Just write, and we'll pass it on to { $partner }.

team-quiet = Match { $match } ({ $mentee } with { $mentor }) has been quiet for over two weeks, and nudges to both did not help. Please have a look.
team-silent = Match { $match }: { $mentee } writes, and { $mentor } has not answered for over two weeks. Both were told. In a week we find { $mentee } someone else, unless { $mentor } writes. Please have a look.
team-midpoint = Half way, { $name } says of match { $match }: it is not really working.

meeting-nudge = A gentle nudge: a mentor has said yes to you, and is waiting to hear.
meeting-lapsed = We haven't heard from you about the mentor who said yes, so we've let them know. That's all right. Send MENU when you'd like to try again.
asked-first-not-sent = Thank you. I couldn't pass that on: please leave out names, numbers and ways to meet. They can still say yes to you.
