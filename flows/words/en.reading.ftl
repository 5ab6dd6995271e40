### How answers are read, and what is said when one cannot be.

answer-yes = Yes
answer-no = No
answer-skip = Skip
answer-done = Done

## What is said when an answer cannot be read

unclear-choice =
    { $channel ->
        [sms] Sorry, I'm not sure which one you mean. Please reply with one number from the list.
       *[telegram] Sorry, I'm not sure which one you mean. Please tap one of the buttons.
    }
unclear-choices =
    { $channel ->
        [sms] Sorry, I'm not sure which ones you mean. Please reply with one or more numbers from the list, like 1 and 3.
       *[telegram] Sorry, I'm not sure which ones you mean. Please tap all that fit, then Done.
    }
unclear-choices-most = That's a few too many. Please choose { $most } at most.
unclear-yes-no = Sorry, I'm not sure if that's a yes or a no. Please reply YES or NO.
unclear-later = There's no rush. When you're ready, please reply YES or NO.
unclear-scale = Sorry, I didn't get that. Please reply with one whole number from { $low } to { $high }, like { $high }.
unclear-number = Sorry, I didn't get that. Please reply with one number from { $low } to { $high }.
unclear-day = Sorry, I didn't get that day. Please write it like 3 May, 03/05/2027, or next Tuesday.
unclear-day-early = That day is too early. Please choose { $earliest } or later.
unclear-day-late = That day is too late. Please choose { $latest } or earlier.
unclear-time = Sorry, I didn't get that time. Please write it like 10am, half past 6 in the evening, or 18:30.
unclear-time-half = Is that { $time } in the morning or in the evening? Please reply { $time }am or { $time }pm.
unclear-name = Sorry, I didn't get that. Please send just the name you'd like to be called, like Sam.
unclear-name-other = Sorry, I can't use that one. Please choose another name, like Sam. It can't be someone's job, or have a number, link or app in it.
unclear-name-long = That name is a bit long for me. Please send one of { $most } letters or fewer.
unclear-place =
    { $channel ->
        [sms] Sorry, I don't know that place. I can only look up postcodes: please send yours, or just the first half, like GL1.
       *[telegram] Sorry, I don't know that place. I can only look up postcodes: please send yours, or just the first half, like GL1. Or share your location.
    }
unclear-text = Sorry, I can only read words here. Please type your answer.
unclear-text-long = Thank you for writing so much. I can keep { $most } letters and you sent { $length }. Please send it again, a bit shorter.

## Lists: what people type. Parted by commas, without capitals or apostrophes. A slash parts two
## words for the same number.

# Yes and no that hold whatever follows: "yes I would like that".
reading-yes =
    yes, y, ye, yep, yeah, yea, yeh, yesh, yh, yup, yas, yus, ya, yaa, yess, yse, ys, yed, yws, tes, uess, yers, yessir,
    hell yes, heck yes, mhm, uh huh, by all means, course, course i do,
    yes please, yep please, yes to all, aye, sure, sure thing, sure why not, of course, ofc, certainly, definitely,
    defo, def, deffo, absolutely, indeed, no problem, no probs, no prob, no worries, not a problem, no objection, no objections, no bother,
    no issue, no issues, no qualms,
    count me in, 👍, 👌, ✅, ✔, ☑, 🆗
reading-no =
    no, n, nope, nah, na, naw, nay, nop, noo, noope, nopes, nuh, nuh uh, no thanks, no thank you, no ta,
    no way, no chance, no need, not really, not now, not right now, not today, not yet, not at the moment,
    not atm, not for me, not for now, not interested, not at all, not likely, not this time,
    not particularly, not that i know of, absolutely not, definitely not, defo not, certainly not,
    of course not, probably not, obviously not, sure not, not a chance, no can do, sorry no, afraid not, im afraid not,
    sorry not today, dont think so, i dont think so, do not think so,
    i do not think so, no im ok, no im good, no im fine, no im alright, no thats ok, no thats okay, no thats fine,
    no its ok, no its fine, no its okay, no thanks im ok, no thanks im okay, no thanks im good, no thanks im fine, i doubt it, doubt it, hell no, count me out, 👎, ❌, 🚫, 🙅, ✖

# Yes and no only when nothing else is said: "I am" says yes, "I am 15" does not.
reading-agree =
    ok, okay, okey, okey dokey, okie dokie, oki, okie, okk, k, kk, exactly, totally, correct, right, thats right, true,
    fine, thats fine, thats ok, thats okay, its fine, its ok, fine by me, ok by me, fine with me, ok with me,
    alright, all right, alrighty, righto, okey doke, okie doke, go on, go on then, go ahead, go for it, lets go, lets do it, lets do that,
    do it, please, please do, yes do, i do, i am, im safe, i am safe, i will, i would, i have, i can, can do, will do, i agree, agreed,
    agree, accept, i accept, i consent, im in, im up for it, up for it, why not, dont see why not, sounds good,
    sounds great, sounds fine, sounds ok, sounds lovely, good idea, great idea, great stuff, thatd be good,
    thatd be great, thatd be lovely, thatd be nice, that would be lovely, understood, i understand, great, good, all good, perfect, lovely, brilliant, cool, gladly,
    happy to, happy with that, im happy with that, love to, id love to, id love that, smashing, grand, super, fab, fabulous, wonderful, excellent, marvellous, splendid, ace, delighted,
    id be delighted, that would be great, that would be good, that would be nice, that would be helpful, would be nice,
    would be good, would be great, would be helpful, id like to, id like that,
    i would like to, i would like that, i would love to, i want to, i think so, think so, suppose so, i suppose so,
    i guess so, guess so, wouldnt mind, i wouldnt mind, wouldnt say no, i wouldnt say no, would not say no, i would not say no, 💯, 🙌
reading-not =
    not, dont, do not, i dont, i do not, doesnt, didnt, i didnt, isnt, arent, wasnt, cant, cannot, can not, i cant,
    i can not, i cannot, wont, i wont, i will not, wouldnt, i wouldnt, i would not, couldnt, shouldnt, havent,
    i havent, i have not, hasnt, aint, never, nothing, none, im not, i am not, not keen, im not keen, dont want to,
    i dont want to, do not want to, dont want that, dont want it, i dont want it, id rather not, i would rather not,
    rather not, prefer not, prefer not to, i prefer not to, id prefer not to, i would prefer not to, not tonight,
    dont think i will, thats not ok, no thats not ok, not safe, im not safe, i am not safe, dont feel safe, i dont feel safe, dont message me, please dont, please do not, i disagree,
    disagree, i dont agree, i do not agree, i decline, decline, i refuse, i dont consent, i do not consent,
    thats not right, not right, thats wrong, wrong, incorrect, false, negative, ill pass, leave it

# Neither.
reading-unsure =
    not sure, im not sure, not too sure, not so sure, not certain, unsure, not 100 sure, maybe, maybe later, perhaps,
    possibly, might do, dont know, i dont know, do not know, dunno, i dunno, idk, no idea, no clue,
    havent a clue, not a clue, dont no, i dont no, dno, depends, it depends, yes and no, yes or no, yes no, no yes, cant decide, undecided,
    hard to say, dont mind, i dont mind, do not mind, not fussed, either, neither, 🤷
# Neither: the one who was asked asks back.
reading-asks-back =
    is that, is this, is it, is he, is she, is there, are you, are we, are they, do i, do you, do u, do we, does it,
    does that, does he, does she, can i, can you, can u, can we, could i, could you, could we, would i, would you, would it,
    would that, will i, will you, will it, will that, should i, shall i, shall we
# No for now, where the question may wait.
reading-later =
    later, maybe later, perhaps later, not yet, no not yet, not just yet, not now, not right now, not today, not at the moment,
    not atm, not tonight, later on, later maybe, ask me later, ask me again, ask me again later, ask me tomorrow, tomorrow,
    another time, some other time, not this week, in a bit, in a while, give me time, let me think, ill think about it,
    i will think about it, need to think, i need to think, need to think about it, i need to think about it, soon, ill let you know
reading-but =
    but, unless, if, however, although, except, apart, without, nor, what, whats, why, how, who, when, which, no one

# In a sentence, these say that what follows is not meant.
reading-except = but, unless, except, apart, without, nor, instead, than

reading-skip =
    skip, skip it, skip this, skip this one, skip that, skip please, pass, pass on this, pass on that, ill pass, next,
    next question, move on, rather not, rather not say, id rather not, id rather not say, rather not answer,
    would rather not, would rather not say, i would rather not, i would rather not say, prefer not to,
    prefer not to say, prefer not say, id prefer not to, id prefer not to say, i prefer not to say,
    prefer not to answer, dont want to say, i dont want to say, dont want to answer, i dont want to answer,
    dont want to tell you, not saying, im not saying, no comment, none of your business, leave it blank, blank, n/a,
    na, not applicable, ⏭, can i skip, can i skip it, can i skip this, can i skip this one, can i skip that, can we skip,
    can we skip this, could i skip this, can you skip this, lets skip, lets skip it, lets skip this, lets skip this one,
    lets skip that, skip that one, skip for now, skip this for now, skip it for now, skip question, skip the question,
    skip this question, skip that question, skip to the next, skip to next, skip to the next one, skip me, next one,
    on to the next, leave it out, leave that out, leave that one, leave this one, leave that, miss it out, miss this one,
    miss that one, skp, sikp, skipp, skiip, skpi, skup, skio, skiip it, skipping, skipping this, skipping this one
# From someone whom nothing was asked: no menu has to follow.
reading-courtesy =
    thanks, thank you, thank u, many thanks, thanks again, thank you again, ta, cheers, ok, okay, okey dokey, great,
    lovely, brilliant, perfect, fab, nice one, nice, cool, good, fine, alright, all right, will do, great stuff,
    thanks for that, thank you for that, thats great, thats lovely, thats kind, very kind, bless you, appreciate it,
    i appreciate it, much appreciated, thanks for your help, thank you for your help, 👍, 🙏, ❤, 😊, 🙂
reading-nothing = nothing, none, nothing else, nothing really, not that i can think of, nowt, thats all, thats it
reading-all = all, any, anytime, any time, any of them, whenever, all of them, all of these, all of it, all of those, everything, every one, everyone, the lot, all the above, all of the above
reading-both = both, both of them
reading-done = done, thats it, thats all, finished, im done, thats everything, no more, that is all, that is it
reading-filler =
    the, a, an, i, im, ive, id, ill, am, have, has, had, got, its, it, is, that, thats, this, my, me, we, like, would,
    want, need, please, pls, plz, pleas, plse, thanks, thank, thx, ta, cheers, you, think, guess, suppose, option,
    number, num, answer, choice, choose, pick, say, go, with, for, of, to, be, and, um, umm, er, erm, hmm, well, oh,
    ah, so, just, then, hi, hello, hey, there, about, around, roughly, approx, approximately, ish, probably,
    really, very, much, too, also, plus, mate, love, x, xx, xxx, lol, in, on, at, if thats ok, if thats okay,
    if thats alright, im ok, im okay, im good, im fine, im alright, im all right, youre alright, if possible, if you dont mind, if its ok, 🙂, 😊, 😀, 🙏, ❤, 😁, 😂
reading-or = or, between, versus, vs
reading-and = and, also, plus, then, with, n, as well as
reading-numbers =
    zero/nought/naught/nil, one/wun, two/tow, three/thre, four, five, six, seven/sevn, eight/eigth/eihgt, nine, ten,
    eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen
reading-tens = twenty, thirty, forty/fourty, fifty, sixty, seventy, eighty, ninety
reading-ordinals =
    first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth,
    fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth
reading-last = last
reading-last-one = last, last one, bottom, bottom one
reading-one = one, ones
reading-pointing = the, that, this, these, which, any, either, other, last, same, no
reading-out-of = out of, of, from
reading-because = because, cos, coz, cuz, cause, since, as, today, tonight, now, atm, this, overall
# Beside a number, these say no more than it does: "it was a solid 7", "maybe 6", "i am over 18".
reading-about = was, were, been, maybe, perhaps, possibly, solid, give, nearly, almost, mostly, level, lvl, or so
reading-age = over, or, years, year, yrs, yr, old, yo, y/o, young, aged, age, turned, now, well, way
# After a number, these say that it counts something: "2 days", "3 bad nights".
reading-counted = days, weeks, hours, hrs, times, nights, mornings, months, years, units, kg, lbs, hypos, hypers, lows, highs, half
reading-number-sign = no, nr, number, num, option
reading-days-from-today =
    yesterday/yday, today/now/tonight/this evening/this afternoon/this morning,
    tomorrow/tomorow/tommorow/tommorrow/tomoz/tomo/tmrw/tmr/tmw/2moro/2morrow, day after tomorrow/overmorrow
reading-days = day, days
reading-weeks = week/weeks/wk/wks/weeks time/week time, fortnight/fortnights
reading-this = this, coming
reading-next = next
reading-ago = ago, back
reading-noon = noon, midday, noontime
reading-midnight = midnight
reading-half = half
reading-quarter = quarter, quater, qtr, 1/4
reading-past = past, after, gone
reading-to = to, till, til, before
reading-morning = am, morning, mornings, mornin
reading-evening = pm, p, evening, evenings, eve, afternoon, arvo, night, tonight
reading-time-filler = oclock, o, clock, h, hrs, hours, minutes, mins, min, sharp, exactly, in, every, each, day, days, everyday
# Said with a day or an hour, these say neither: "sunday after church", "8pm works for me". After
# not, they rule out no answer of ours: "evenings, not too late".
reading-around =
    or so, or thereabouts, any time, anytime, most days, every day, every week, each week, if poss, if i can, if you can,
    after, before, from, by, at, in, on, for, the, when, whenever, until, till, til, early, late, earlier, later, too,
    only, usually, normally, mostly, generally, ideally, preferably, best, better, good, ideal, lovely, nice, easiest, easier,
    suits, suit, works, work, fits, prefer, maybe, perhaps, possibly, could, can, do, make, how, what, lets, let,
    us, me, you, it, am, pm, morning, mornings, afternoon, afternoons, evening, evenings, eve, eves, night, nights, nite,
    tonight, midday, noon, lunch, lunchtime, dinner, dinnertime, tea, teatime, supper, breakfast, bed, bedtime, bath,
    church, mass, chapel, mosque, prayers, prayer, jummah, temple, gurdwara, synagogue, school, run, college, uni, shift,
    shifts, shop, shopping, gym, swimming, football, match, choir, club, class, dog, walk, kids, children, are, asleep,
    my, injection, insulin, tablets, meds, jab, roast, omnibus, corrie, eastenders, news, oclock, ish, time, times, day, days,
    every, each, week, weeks, weekday, weekdays
reading-weekdays =
    monday, mondays, mon, tuesday, tuesdays, tues, tue, wednesday, wednesdays, weds, wed, thursday, thursdays, thurs, thur,
    friday, fridays, fri, saturday, saturdays, sunday, sundays
# What tells a name from other words: said alone, or anywhere among several, these are none.
reading-no-name =
    yes, yep, yeah, yh, no, nope, nah, ok, okay, sure, maybe, thanks, thank, hello, hi, hiya, hey, heya, what, whats, why, how,
    who, whos, when, where, which, skip, pass, next, done, none, nothing, something, anything, someone, anyone, help, stop,
    menu, back, start, please, pls, plz, later, tomorrow, today, tonight, now, test, testing, name, nickname, you, your, yours, u, ur,
    it, its, this, that, these, those, is, are, was, were, am, be, been, have, has, had, get, got, can, cant, could, would, wont,
    dont, doesnt, didnt, not, want, wanna, need, tell, telling, told, say, saying, ask, asking, mean, know, think, like, looking,
    find, finding, online, near, group, groups, service, services, support, mentor, mentors, diabetes, diabetic, insulin, sugar,
    sugars, type, metformin, local, places, about, with, for, from, and, or, but, if, because, cos, private, secret, business, mind,
    matter, matters, bother, call, phone, text, message, number, tired, sad, ill, fine, good, great, well, bad, scared, lonely, bored,
    lost, unwell, sick, confused, busy, here, ready, sorry, new, alone, better, worse, struggling, worried, anxious, depressed,
    just, only, really, very, too, feeling, feel, lol, haha, happened, wrong, prefer, rather, give, sharing, myself, they, them,
    their, he, she, his, her, we, us, our
# After "call me" and the like, these are none, and all else is a name.
reading-no-name-then = later, back, tomorrow, now, please, when, anytime, maybe, whatever, something, anything, what, private, secret, mine, not, soon, tonight, today
# Words of ours that are also names.
reading-name-too = yas, ya, ye, yus, tes, nay, ace, true, love, may, will, hope, art, grace, si, oui, bo, def, kk, ah
# What nobody may be called here: it would be taken for somebody who is paid to help, or for us.
reading-name-of-staff =
    team, coordinator, coordinators, admin, administrator, doctor, doctors, dr, doc, gp, nurse, nurses, alongside, staff, moderator,
    official, helper, helpline, helpdesk, hotline, nhs, samaritans, childline, police, therapist, counsellor, counselor, consultant,
    clinician, clinic, surgery, hospital, dietitian, dietician, pharmacist, pharmacy, paramedic, psychologist, psychiatrist, dsn,
    manager, supervisor, organiser, system, bot, chatbot, service, services, support, mentor, mentors, customer, operator, telegram
# Where people have a name of another kind.
reading-name-elsewhere =
    insta, instagram, ig, snap, snapchat, sc, whatsapp, whats, wa, facebook, fb, messenger, tiktok, twitter, discord, skype, telegram,
    tg, kik, signal, viber, linkedin, reddit, onlyfans, cashapp, paypal, venmo, monzo, psn, xbox, twitch, youtube, email, gmail, hotmail,
    outlook, handle, username, user, dm, add, follow
reading-name-is =
    my name is, my names, my name, the name is, the names, name is, names, im called, i am called, i go by, call me,
    you can call me, please call me, just call me, people call me, they call me, everyone calls me, friends call me,
    i am, im, i m, its, it is, this is, just, hi, hello, hey, yes, ok, well, um
reading-name-end = please, pls, plz, thanks, thank you, ta, cheers, x, xx, xxx, is fine, is good, will do, here, lol, mate, love, duck, hun

## What else people call an option, by the name of its vocabulary and its value.

reading-going-well = not bad, not too bad, not bad at all, not so bad, yeah not bad, all good, no complaints
reading-role-living_with_diabetes = myself, mine, self, diabetic, im diabetic, patient, i have diabetes, ive got diabetes, i have got diabetes, i have type, ive got type, i live with, its me, for me
reading-role-carer =
    mum, mam, mom, mother, dad, father, parent, parents, son, daughter, wife, husband, partner, boyfriend, girlfriend,
    nan, nana, gran, grandma, grandad, grandfather, grandmother, sister, brother, child, kid, friend, relative,
    my family, a family member, look after someone, look after, looking after, care for, caring for, carer, for my, for our,
    she has, shes got, he has, hes got, they have, theyve got, who has, whos got, son has, daughter has, mum has, dad has,
    wife has, husband has, partner has
# To "who was that for?": it stays with us.
reading-neither = neither, none, none of them, no one, noone, nobody, not for them, not them, you, alongside, the line, the team
reading-diabetes-type1 = type 1, type one, type i, type one diabetes, juvenile
reading-diabetes-type2 = type 2, type two, type ii, type two diabetes, type to, type too, late onset
reading-diabetes-gestational = gd, gdm, pregnancy, pregnant, expecting
reading-diabetes-other = lada, mody, 3c, type 3c, 1.5, type 1.5, other, something else
reading-diabetes-not_sure = dont know, do not know, didnt say, didnt tell, not told, havent said, havent told, no idea,
    cant remember, not been told
reading-diabetes-at_risk = at risk, high risk, prediabetes, pre diabetes, pre diabetic, prediabetic, borderline, borderline diabetic,
    nearly diabetic, not diabetic yet, dont have it yet, might get it, could get it
reading-need-new_diagnosis = newly diagnosed, just diagnosed, new diagnosis, only just found out, just found out, finding out,
    found out, diagnosis, new to this, new to it, starting out
reading-need-food = food, eat, eating, what to eat, diet, meals, carbs, carb counting, cooking, recipes
reading-need-moving_more = exercise, moving, active, walk, swimming, exercising, activity, fitness, walking, gym, sport
reading-need-feelings = mood, feel, feels, feeling, feelings, cope, coping, cant cope, stressed, worry, worried, worrying, anxious, lonely,
    fed up, upset, scared, anxiety, stress, mental health, burnout, emotions
reading-need-technology = tech, pump, pumps, sensor, sensors, omnipod, libre, dexcom, cgm
reading-need-complications = other health, complications, heart, nerves, eye, foot, feet, kidneys
reading-need-work_and_family = kids, children, job, work, family
reading-need-pregnancy = baby, pregnant, pregnancy
reading-genderwish-any = any, anyone, anybody, whoever, either one, both, no preference, not bothered, doesnt matter
reading-genderwish-woman = female, lady, girl
reading-genderwish-man = male, guy, bloke
reading-gender-woman = female, lady
reading-gender-man = male, guy, bloke
reading-talktime-mornings = am, morning, before work
reading-talktime-afternoons = afternoon, lunchtime, lunch time
reading-talktime-weekends = weekend, saturday, saturdays, sunday, sundays
reading-talktime-evenings = after work, night, nights, evening, evenings, after tea, in bed
reading-language-cy = cymraeg
reading-language-pl = polski
reading-language-ur = urdo, اردو
reading-language-pa = ਪੰਜਾਬੀ
reading-language-bn = bangla, বাংলা
