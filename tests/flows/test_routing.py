"""Whom words are for: rows of how someone stands, what they write, and where it goes.

Each situation is a table. How the words fit the open question is really read by that question, put
by its own flow.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, NamedTuple

import pytest

from flows.book import BOOK
from flows.questions import Option, Question, Said, free_text, pick, place
from flows.relay.addressing import is_letter
from flows.routing import Standing, To, as_read, route
from flows.talk import advance
from flows.vocabulary import Channel, FlowName
from flows.words import Wording
from tests.flows.recording import ABOUT, NOW, AnyWorld, Way

SMS = Wording(channel=Channel.SMS)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
JUST, LATER, YESTERDAY, LONG_AGO = MINUTE, 2 * HOUR, 1.5 * DAY, 4 * DAY
MO = ("Mo",)


def asked(flow: FlowName, *answers: str, world: tuple[int, ...] = ()) -> Question[object]:
    """The question that a flow asks after these answers. `world`: which of what it could tell."""
    any_world: Any = AnyWorld(Way(world))
    step = advance(BOOK[flow], any_world, SMS, (), now=NOW, about=ABOUT)
    for answer in answers:
        step = advance(
            BOOK[flow], AnyWorld(Way(world)), SMS, step.log,  # type: ignore[arg-type]
            now=NOW, about=ABOUT, said=Said(answer), asking=step.asking,
        )  # fmt: skip
    assert step.question is not None
    return step.question


class Situation(NamedTuple):
    """How someone stands when they write."""

    flow: FlowName | None = None
    age: timedelta = JUST
    answers: tuple[str, ...] = ()  # given already
    world: tuple[int, ...] = ()
    partners: tuple[str, ...] = MO
    partner_spoke: bool = False
    has_told: bool = False
    ends_soon: bool = False
    shown: bool = False
    has_joined: bool = True
    put: Question[Any] | None = None  # where the flow asks it too deep in


def standing(how: Situation, words: str) -> Standing:
    question = None
    if how.flow is not None:
        put = how.put or asked(how.flow, *how.answers, world=how.world)
        question = as_read(BOOK[how.flow], put, how.age, words, SMS)
    return Standing(
        how.partners,
        question,
        shown=how.shown,
        named=is_letter(words, how.partners),
        partner_spoke=how.partner_spoke,
        has_told=how.has_told,
        ends_soon=how.ends_soon,
        has_joined=how.has_joined,
    )


F = FlowName
FREE = Situation()  # nothing is asked, and Mo is there
CHECKIN = Situation(F.CHECKIN)
MENU = Situation(F.MENU)
INVITING = Situation(F.INVITING)
MIDPOINT = Situation(F.MIDPOINT)
WHY = Situation(F.ENDING_EARLY, answers=("1", "1"))
LEAVING = Situation(F.LEAVING)
WHOM = Situation(F.WHOM)
DAY_OF = Situation(F.CHECKIN_CHOOSING)
TIME_OF = Situation(F.CHECKIN_CHOOSING, answers=("sunday",))
HELPED = Situation(F.LOOKING_BACK)
HELPED_WORDS = Situation(F.LOOKING_BACK, answers=("8", "good"))
CONCERN = Situation(F.RAISING, answers=("1", "1"), world=(1,))
MENTORS_WEEK = Situation(F.MENTOR_CHECKIN)
MENTORS_MORE = Situation(F.MENTOR_CHECKIN, answers=("7",))
MENTORS_WORDS = Situation(F.MENTOR_CHECKIN, answers=("7", "yes"))
CARRYING_ON = Situation(F.CARRYING_ON)
OFFERING = Situation(F.OFFERING)
PLACE = Situation(F.SIGNPOSTING)
FIND_PLACE = Situation(F.SIGNPOSTING, put=place("signposting-place"))
ABOUT_ME = Situation(F.MENTOR_SETTINGS, put=free_text("mentor-settings-introduction"))
TRAINING = Situation(F.TRAINING, put=pick("training-who", (Option("a", "A"), Option("b", "B"))))

# Each row: how they stand, where what they write goes, and such things as they write.
TABLE: dict[str, list[tuple[Situation, str, str]]] = {
    "nothing is asked, and a partner is there": [
        (FREE, "letter", """
            hiya how are you doing
            the eye clinic was fine this morning
            the group last night was lovely
            i complained to the council about the bins
            my match went well, we won 3-1
            can you check in with me sunday about my walk? x
            thanks for checking in on me
            call me when you are free
            I need to change my insulin
            can I ask you something
            who's your nurse
            do you want to stop?
            my husband goes on about himself all day long
            the nurse never replies to me
            my lad, he doesnt reply to his own mother
            this weather isnt helping my knees
            not getting on with the new insulin
            can we carry on with this tomorrow
            does it cost much, your gym
            ok see you then
            7
            yes
            no thanks
            later
            what
            how
            sunday
            9ish
            my nan is on the ward again and I feel low
            I don't want to talk about it
            they want me to try a different insulin
            have you ever been to a group
        """),
        (FREE, "line complaint", """
            i want to complain about my mentor
            I need to report Mo
            im not happy with my mentor
            how do i make a complaint
        """),
        (FREE, "line change", """
            please could i change mentors
            I'd like a different mentor
            i dont want to text with Mo any more
            can you find me somebody else
            me and Mo aren't clicking
            I want to stop talking to Mo
            its not working out with Mo
        """),
        (FREE, "line checkins", """
            stop the check ins
            can you send the sunday question later
            can you move my check in to sunday
            when is my check in
            no more check-ins please
        """),
        (FREE, "line services", """
            groups near me
            anything on for diabetics round here
            whats happening locally
            where can i get my feet done near cinderford
            is there a walking group in Lydney
        """),
        (FREE, "line place", """
            change my postcode
            my new postcode is GL2 5AA
        """),
        (FREE, "line data", """
            delete my data
            what do you know about me
            a subject access request please
        """),
        (FREE, "line line", """
            is this a bot
            what hours are you open
            who runs this
            do i have to pay for this
        """),
        (FREE, "line team", """
            can I speak to the team please
            can i speak to someone in charge
            put me through to a person
        """),
        (FREE, "line volunteer", """
            can i be a mentor too
            how do i become a mentor
        """),
        (FREE, "whom", """
            can i have a woman instead
            my mentor never replies
            he goes on about himself all day long
            he doesnt reply
            she never answers me
            hes a bit pushy tbh
            not getting on with him
            feel like im wasting his time
            ur useless
            this isnt helping
            you lot never get back to anyone
            who do i tell if he says something wrong
            the person you gave me is so quiet
            dont show this to her
            does he know my surname
            I've moved to Lydney
            who can read this
            who is this
            how much does it cost
            fortnightly
            less often
        """),
    ],
    "they have just told us how it goes with the partner": [
        (FREE._replace(has_told=True), "whom", """
            and she never replies
            but he is kind
            shes ever so good really
            I think Mo is lovely
        """),
        (FREE._replace(has_told=True), "letter", """
            hi Mo, she rang me
            are you about
            my foot is no better
            he asked after you
        """),
        (FREE, "letter", """
            but he is kind
            shes ever so good really
        """),
    ],
    "their match is planned to end within a week": [
        (FREE._replace(ends_soon=True), "carry_on", """
            can we carry on?
            can we keep talking
            could we keep talking a bit longer please
            i would like to carry on with Mo
            do we have to stop?
            i dont want it to end
        """),
        (FREE._replace(ends_soon=True), "letter", """
            can we carry on with this tomorrow
            shall we keep walking
            Mo, can we carry on?
        """),
        (FREE, "letter", """
            can we carry on?
            do we have to stop?
        """),
    ],
    "the letter begins with the partner's name": [
        (FREE, "letter", """
            Mo: stop the check ins says my diary lol
            Mo, did you find a group near you
            mo are you ok
            hi mo hope you are well
            Mo thanks for that
            Mo, is this a bot or you
            mo what is alongside for
        """),
        (FREE, "whom", """
            Mo never replies to me
            mo made me cry
        """),
        (CHECKIN, "letter", """
            Mo, 7 of us went in the end
            hi mo 7 hours sleep last night
            Mo how was your week
        """),
        (INVITING, "letter", """
            Mo yes I'd love that
            hi Mo yes please
        """),
        (MIDPOINT, "letter", """
            Mo: see you sunday
            Hi Mo, it went well at the clinic
            mo, have you had your tea
        """),
        (MIDPOINT, "whom", """
            Mo hardly writes
        """),
        (CONCERN, "answer", """
            Mo keeps asking me for money
            Mo shouted down the phone at my son
        """),
        (CONCERN, "letter", """
            Mo: I have not heard from you
            hello Mo, are you there
        """),
        (WHOM, "answer", """
            Mo
            mo
            Ben
        """),
    ],
    "a Reply or a number shows for whom it is": [
        (FREE._replace(shown=True), "letter", """
            stop the check ins
            I need to complain about Mo
            7
            is this a bot
            can i have a different mentor
        """),
        (CHECKIN._replace(shown=True), "letter", """
            7
            about a 4 this week
            yes
        """),
        (MIDPOINT._replace(shown=True), "letter", """
            not well
            so so
        """),
        (FREE._replace(shown=True, partners=()), "letter", """
            thanks for all you did
        """),
    ],
    "several partners": [
        (FREE._replace(partners=("Ben", "Asha")), "letter", """
            how did you both get on
            Ben, how was the clinic
            see you on sunday
        """),
        (FREE._replace(partners=("Ben", "Asha")), "line team", """
            can I speak to the coordinator
            please ask someone from the team to ring me
        """),
        (FREE._replace(partners=("Ben", "Asha")), "line change", """
            please could Asha have a different mentor
            I don't want to talk to Ben any more
        """),
        (WHOM._replace(partners=("Mo", "Ben")), "answer", """
            1
            2
            the second one
            neither
            its for ben of course
            Mo, please.
        """),
        (WHOM._replace(partners=("Mo", "Ben")), "letter", """
            dont know
            oops
        """),
    ],
    "nobody to write to": [
        (FREE._replace(partners=()), "else", """
            hello
            is this a bot
            groups near me
            thank you
            i want a mentor
        """),
        (CHECKIN._replace(partners=()), "answer", """
            7
            about a 7
            8ish
            7, slept badly
            4 rubbish week
        """),
        (CHECKIN._replace(partners=()), "again", """
            not bad
            hello?? are we still going
            dunno really
        """),
        (CHECKIN._replace(partners=(), age=YESTERDAY), "answer", """
            7
            6/10
        """),
        (CHECKIN._replace(partners=(), age=YESTERDAY), "else closes", """
            7, slept badly because of the heat all week
            hello
            sorry i was away
        """),
        (MENU._replace(partners=()), "answer", """
            1
            weekly check-ins
            nothing thanks
        """),
        (MENU._replace(partners=()), "else closes", """
            what a day
            hello again
        """),
        (HELPED._replace(partners=(), age=LONG_AGO), "resume", """
            8
            it was good
            hello
        """),
        (HELPED._replace(partners=(), age=YESTERDAY), "answer", """
            8
            9 out of 10
        """),
        (HELPED._replace(partners=(), age=YESTERDAY), "again", """
            very much
            loads
        """),
        (HELPED_WORDS._replace(partners=()), "answer", """
            someone to moan at
            hi it was lovely to know you
        """),
        (Situation(F.KEEPING_SAFE, partners=()), "else", """
            hello
            yes
        """),
        (Situation(F.JOINING, partners=(), has_joined=False), "answer", """
            yes
            thats fine
            no thanks
        """),
        (Situation(F.JOINING, partners=(), has_joined=False), "again", """
            please stop texting me
            who is this
        """),
    ],
    "a check-in is open, asked just now": [
        (CHECKIN, "answer", """
            7
            7/10
            7 out of 10
            about a 7
            seven
            8ish
            0
            10
            11
            7 or 8
            7.5
            7, slept badly
            4 rubbish week
            5 because of my foot
            maybe a 6 this week
            3. it has been a long hard week and my mum is poorly too
        """),
        (CHECKIN, "letter", """
            the eye clinic was fine this morning
            how was your week
            hope you had a nice time
            not bad thanks
            ok see you then
            thanks
            my daughter came and we had tea
            see you at 7 then
            can you send me the recipe
        """),
        (CHECKIN, "line checkins", """
            stop the check ins
            no more check ins please
        """),
        (CHECKIN, "line change", """
            i want a different mentor
        """),
        (CHECKIN._replace(partner_spoke=True), "answer", """
            7
            about a 6
            8/10
        """),
        (CHECKIN._replace(partner_spoke=True), "letter", """
            7 oclock is fine
            4 rubbish nights in a row now
            yes
        """),
    ],
    "a check-in was asked two hours ago": [
        (CHECKIN._replace(age=LATER), "answer", """
            7
            about a 7
            6/10
            ten
        """),
        (CHECKIN._replace(age=LATER), "letter", """
            7 of us went for a walk by the river
            had a lovely week thanks
            my foot is no better
            5 days till my holiday
        """),
        (CHECKIN._replace(age=LATER), "line services", """
            groups near me
        """),
    ],
    "a check-in was asked a day and a half ago": [
        (CHECKIN._replace(age=YESTERDAY), "answer", """
            7
            4/10
            7, slept badly
        """),
        (CHECKIN._replace(age=YESTERDAY), "letter", """
            7 of us went for a walk by the river
            my nan is on the ward again
            sorry its been mad here
            how are you
        """),
    ],
    "a check-in was asked four days ago": [
        (CHECKIN._replace(age=LONG_AGO), "letter", """
            7
            My mum is poorly and I could do with a chat
            are you about
            had a good week
            7, slept badly
        """),
        (CHECKIN._replace(age=LONG_AGO), "line complaint", """
            i need to make a complaint about Mo
        """),
    ],
    "the menu is open": [
        (MENU, "answer", """
            1
            3
            the first one
            weekly check-ins
            nothing thanks
            change or end my match
            find something near me
            9
        """),
        (MENU, "letter", """
            the eye clinic was fine this morning
            hi, are you about
            lovely weather here
            no my mum went to the dentist
        """),
        (MENU, "line checkins", """
            stop the check ins
        """),
        (MENU, "line team", """
            can i speak to a coordinator
        """),
        (MENU._replace(age=LATER), "whom", """
            1
            weekly check-ins
        """),
        (MENU._replace(age=LATER, partner_spoke=True), "letter", """
            1
            no
        """),
        (MENU._replace(age=LATER), "letter", """
            the eye clinic was fine this morning
            talk tomorrow then
        """),
        (MENU._replace(age=LONG_AGO), "letter", """
            1
            the eye clinic was fine this morning
            what shall i have for tea
        """),
    ],
    "an invitation to research or stories": [
        (INVITING, "answer", """
            yes
            yes thanks
            yeah ok
            no
            no thanks
            not for me
            sure
            1
            2
            yes thats fine thank you
        """),
        (INVITING, "letter", """
            ok see you then
            all good here. no trouble with my feet this week
            no my mum is still poorly
            yes we had a great time at the seaside
            no complaints here
            how did you get on
            lovely day
        """),
        (INVITING, "letter", """
            is that ok with you?
            is that all right with you
        """),
        (INVITING, "answer", """
            not yet
            maybe later
        """),
        (INVITING._replace(partner_spoke=True), "whom", """
            not yet
            yes
            ok
            no thanks
            yeah
        """),
        (INVITING._replace(partner_spoke=True), "letter", """
            yes we went on saturday
            ok see you then
        """),
        (INVITING._replace(age=LATER), "answer", """
            yes
            no thanks
        """),
        (INVITING._replace(age=YESTERDAY), "whom", """
            yes
            no thanks
        """),
        (INVITING._replace(age=YESTERDAY, partner_spoke=True), "letter", """
            yes
            ok
            no thanks
        """),
        (INVITING._replace(age=LONG_AGO), "letter", """
            yes
            ok
            no thanks mate
        """),
    ],
    "how is it going with the partner?": [
        (MIDPOINT, "answer", """
            1
            going well
            so so
            not really working
            well
            not well
            its going well thanks
            not really
            bit disappointing tbh
            he hardly writes
            he goes on about himself all day long
            i hoped for a bit more from him
            a bit up and down
        """),
        (MIDPOINT, "again", """
            dunno
        """),
        (MIDPOINT, "line change", """
            its not working out with Mo
            i want a different mentor
            can i swap to another mentor
        """),
        (MIDPOINT, "line complaint", """
            i want to complain about my mentor
        """),
        (MIDPOINT, "whom", """
            how are you
            see you on thursday
            did you get my text
        """),
        (MIDPOINT, "whom", """
            my mum is in hospital and I am waiting for the bus
        """),
        (MIDPOINT._replace(partner_spoke=True), "whom", """
            at the bus stop
            nearly there
        """),
        (MIDPOINT._replace(age=LATER), "answer", """
            going well
            so so
            2
        """),
        (MIDPOINT._replace(age=LATER), "whom", """
            he hardly writes
            shes ever so kind
            I think Mo is lovely
            not really working tbh we have nothing to say
        """),
        (MIDPOINT._replace(age=LATER), "letter", """
            my foot is no better
            how are you
            had fish and chips
        """),
        (MIDPOINT._replace(age=YESTERDAY), "letter", """
            my foot is no better
            see you sunday
        """),
        (MIDPOINT._replace(age=YESTERDAY, partner_spoke=True), "answer", """
            so so
        """),
    ],
    "what should be different next time?": [
        (WHY, "answer", """
            1
            someone more like me
            2
            id rather not say
            someone free when i am
        """),
        (WHY, "answer", """
            because he goes on about himself all day
            she is too young
            we have nothing to say to each other
            i couldnt talk to him
        """),
        (WHY, "whom", """
            you talk about yourself too much
            hiya how are you
        """),
        (WHY._replace(age=LATER), "whom", """
            he goes on about himself all day long
            because she never writes
            Mo is too young
        """),
        (WHY._replace(age=LATER), "answer", """
            someone more like me
            1
        """),
        (WHY._replace(age=YESTERDAY), "whom", """
            someone more like me
            2
        """),
        (WHY._replace(age=LONG_AGO), "letter", """
            had a good walk today
        """),
    ],
    "shall we really stop?": [
        (LEAVING, "answer", """
            yes
            yes stop
            no
            no stay
            1
        """),
        (LEAVING, "again", """
            hmm
            thinking about it
        """),
        (LEAVING._replace(partner_spoke=True), "whom", """
            yes
            no
        """),
        (LEAVING._replace(age=LATER), "whom", """
            yes
        """),
        (LEAVING._replace(age=LATER), "letter", """
            had a good walk today
        """),
    ],
    "looking back: how much did it help?": [
        (HELPED, "answer", """
            8
            8/10
            about an 8
            10 it was great
        """),
        (HELPED, "again", """
            it was lovely
            loads
            very much so
        """),
        (HELPED, "whom", """
            you have been so kind
            thanks for everything you did
        """),
        (HELPED._replace(age=LATER), "answer", """
            8
        """),
        (HELPED._replace(age=LATER), "letter", """
            you have been so kind
            the clinic rang
        """),
        (HELPED._replace(age=LATER), "whom", """
            she was so kind
            10 out of 10 she was a star from start to finish
        """),
        (HELPED._replace(age=LONG_AGO), "answer", """
            8
            9/10
        """),
        (HELPED._replace(age=LONG_AGO), "letter", """
            the clinic rang
            you have been so kind
        """),
    ],
    "looking back: in their own words": [
        (HELPED_WORDS, "answer", """
            he always had time for me
            someone who gets it
            knowing you can get through it
            i am not scared of food now
        """),
        (HELPED_WORDS, "answer", """
            skip
            no thanks
        """),
        (HELPED_WORDS, "whom", """
            hiya hows things
            good morning how are you
        """),
        (HELPED_WORDS._replace(age=LATER), "whom", """
            he always had time for me
            i had the worst night
        """),
        (HELPED_WORDS._replace(age=LONG_AGO), "letter", """
            i had the worst night
        """),
    ],
    "a concern, in their own words": [
        (CONCERN, "answer", """
            he asked me for money
            he asked for my address and he knows where you people are
            she keeps on at me to come off my tablets
            it makes me feel small
            your text woke me at night
        """),
        (CONCERN, "whom", """
            hi how are you
            hello there, did you sleep
        """),
        (CONCERN._replace(age=LATER), "whom", """
            he asked me for money
            had a good walk today
        """),
        (CONCERN._replace(age=YESTERDAY), "letter", """
            had a good walk today
        """),
        (CONCERN._replace(age=YESTERDAY), "whom", """
        """),
    ],
    "which day for check-ins?": [
        (DAY_OF, "answer", """
            sunday
            sundays
            wednesday
            3
            sunday after church
            sunday please
            weds
            no check-ins
            fridays i reckon
        """),
        (DAY_OF, "whom", """
            dont mind
            after church
            whenever
        """),
        (DAY_OF, "letter", """
            see you there
            how was choir
        """),
        (DAY_OF._replace(partner_spoke=True), "answer", """
            sunday
        """),
        (DAY_OF._replace(age=LATER), "answer", """
            sunday
            fridays
        """),
        (DAY_OF._replace(age=LATER), "letter", """
            sunday was lovely we went out
            after church
        """),
        (DAY_OF._replace(age=YESTERDAY), "whom", """
            sunday
        """),
        (DAY_OF._replace(age=LONG_AGO), "letter", """
            sunday
            see you on sunday
        """),
    ],
    "what time for check-ins?": [
        (TIME_OF, "answer", """
            9ish
            10am
            half 7 in the evening
            7
            7pm
            half six
            19:30
            noon
        """),
        (TIME_OF, "whom", """
            not too early
            depends on the bus
        """),
        (TIME_OF, "letter", """
            what time is your appointment
            have you eaten
        """),
        (TIME_OF, "line checkins", """
            stop the check ins
        """),
        (TIME_OF._replace(age=LATER), "answer", """
            10am
            7pm
        """),
        (TIME_OF._replace(age=LATER), "letter", """
            not too early
            i got up at 10am for once in my life
        """),
    ],
    "places": [
        (PLACE, "answer", """
            1
            2
            skip
        """),
        (PLACE, "letter", """
            how are you today
            we had such a lovely walk along the canal this morning
        """),
        (FIND_PLACE, "answer", """
            GL1 2AB
            gl1
            its gl15 i think
        """),
        (FIND_PLACE, "whom", """
            dunno the postcode
            by the river
        """),
        (FIND_PLACE, "letter", """
            where are you
        """),
        (FIND_PLACE._replace(age=LATER), "letter", """
            by the river
            i went to gl1 on the bus for once
        """),
    ],
    "an offer to a mentor, who has others": [
        (OFFERING, "answer", """
            1
            yes id like to
            not this time
            yes
            no
        """),
        (OFFERING, "again", """
            what are they like
            hmm im quite busy
        """),
        (OFFERING, "whom", """
            how are you feeling today
        """),
        (OFFERING._replace(partner_spoke=True), "whom", """
            yes
            no
        """),
        (OFFERING._replace(age=YESTERDAY), "answer", """
            yes
            not this time
        """),
        (OFFERING._replace(age=YESTERDAY), "letter", """
            how are you feeling today
            well done on the walking
        """),
        (OFFERING._replace(age=LONG_AGO), "answer", """
            1
        """),
        (OFFERING._replace(age=LONG_AGO), "resume", """
            yes
        """),
    ],
    "carrying on, asked of a mentor": [
        (CARRYING_ON, "answer", """
            yes
            yes gladly
            no
            no lets finish
            of course
        """),
        (CARRYING_ON, "again", """
            hmm
            maybe for a bit
        """),
        (CARRYING_ON, "whom", """
            how did you get on at the clinic
        """),
        (CARRYING_ON._replace(partner_spoke=True), "whom", """
            yes
            ok
        """),
        (CARRYING_ON._replace(age=LATER), "letter", """
            well done on the walking
        """),
        (CARRYING_ON._replace(age=LATER), "whom", """
            yes but only if he wants to as well of course
        """),
    ],
    "a mentor's monthly question": [
        (MENTORS_WEEK, "answer", """
            7
            8/10
            about a 6
            4 its been hard going
        """),
        (MENTORS_WEEK, "again", """
            not bad
            fine
        """),
        (MENTORS_WEEK, "whom", """
            how did you get on today
            well done you
        """),
        (MENTORS_WEEK._replace(age=LATER), "letter", """
            well done on the walking
            how did you get on today
        """),
        (MENTORS_WEEK._replace(age=YESTERDAY), "answer", """
            7
        """),
        (MENTORS_MORE, "answer", """
            yes
            no thanks
            nope
        """),
        (MENTORS_MORE._replace(partner_spoke=True), "whom", """
            yes
            no
        """),
        (MENTORS_WORDS, "answer", """
            i find it hard to know what to say
            one of them is having a rough time and i worry
            the texts come late at night
        """),
        (MENTORS_WORDS, "whom", """
            hello how are you
        """),
        (MENTORS_WORDS._replace(age=LATER), "whom", """
            well done on the walking
        """),
    ],
    "a mentor's few words about themselves": [
        (ABOUT_ME, "answer", """
            type 2 for ten years, love my allotment
            retired bus driver and grandad
        """),
        (ABOUT_ME, "whom", """
            hope you slept
            see you on sunday
        """),
        (ABOUT_ME._replace(age=LATER), "letter", """
            well done on the walking
        """),
    ],
    "a mentor's lessons": [
        (TRAINING, "answer", """
            1
            2
            a
            the first one
        """),
        (TRAINING, "letter", """
            how are you today
            hope you slept
        """),
        (TRAINING, "whom", """
            neither of them
            hang on
        """),
        (TRAINING._replace(age=LONG_AGO), "answer", """
            1
            2
        """),
        (TRAINING._replace(age=LONG_AGO), "letter", """
            well done on the walking
        """),
    ],
    "asking us to stop, in a whole sentence": [
        (FREE, "leave", """
            please stop texting me
            take me off your list
            dont message me ever again
            i dont want any more of these messages
        """),
        (CHECKIN, "leave", """
            please stop texting me
        """),
        (CONCERN, "leave", """
            please stop texting me
        """),
        (FREE._replace(partners=()), "leave", """
            please stop texting me
        """),
    ],
    "what keeps someone safe is asked elsewhere": [
        (Situation(F.KEEPING_SAFE), "letter", """
            hello
            yes
        """),
    ],
}  # fmt: skip


def rows() -> Iterator[Any]:
    for named, groups in TABLE.items():
        for how, where, several in groups:
            for words in filter(None, map(str.strip, several.splitlines())):
                yield pytest.param(how, words, where, id=f"{named}: {words}")


@pytest.mark.parametrize(("how", "words", "where"), list(rows()))
def test_words_go_to_whom_they_are_for(how: Situation, words: str, where: str) -> None:
    found = route(words, standing(how, words))
    to, *more = where.split()
    assert found.to is To[to.upper()]
    assert found.closes is ("closes" in more)
    if to == "line":
        assert found.wish in more


def test_there_are_rows_enough_and_none_twice() -> None:
    told = [(how, words) for how, words, _ in (row.values for row in rows())]
    assert len(told) >= 400
    assert len(set(map(repr, told))) == len(told)
