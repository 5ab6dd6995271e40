"""A wrong number and a death are whole messages; grief and slips are a person's own."""

import pytest

from flows.reading.wrong_person import WrongPerson, ending

ASHA = "Asha"


@pytest.mark.parametrize(
    "text",
    [
        "wrong number", "Wrong number!", "wrong number mate", "WRONG PERSON",
        "wrong number sorry x",
        "sorry i think you have the wrong number", "who is this? wrong number", "wrong no. pal",
        "I think u have the wrong number", "You've got the wrong person.", "u got wrong number bro",
        "Sorry, wrong number, who's this?", "wrong number. dont text again", "its the wrong number",
        "hi, sorry but you have the wrong number", "think you've texted the wrong person",
        "you've got the wrong number, stop texting it", "wrong person mate stop sending these",
        "No one here called Asha", "there's nobody by that name here", "no Asha here, wrong number",
        "This isn't my number any more", "you have the wrong woman", "looks like the wrong number",
        "I'm not Asha", "This is not Asha, please stop texting", "this isn't Asha's phone",
        "I don't know you, wrong number", "wrong number, I've had this number for three years",
        "You have the wrong person. This number was given to me in March, I haven't got diabetes.",
        "sorry you must have the wrong number, I don't have diabetes",
        "Wrong number, my name is Tess",
        "wrong number. please remove my number", "you want someone else, wrong number",
    ],
)  # fmt: skip
def test_a_wrong_number_is_heard(text: str) -> None:
    assert ending(text, ASHA) is WrongPerson.WRONG_NUMBER


@pytest.mark.parametrize(
    "text",
    [
        "i rang the wrong number lol", "please help i pressed the wrong number i am 34",
        "I married the wrong man", "i told the wrong person", "I think I've got the wrong number",
        "they put me through to the wrong number", "oops wrong person, that was for my wife",
        "sent that to the wrong person", "the surgery has the wrong number for me",
        "my insulin was the wrong number of units", "i put in the wrong number, can i go back",
        "wrong number on my pump again, 3 units not 30", "am i the wrong person for this group?",
        "wrong number of carbs", "you sent my message to the wrong person and i'm livid",
        "i think i was matched with the wrong person", "i feel like the wrong person in this body",
        "wrong number and i want to die", "you have the wrong man if you think i'd give up",
        "Sorry wrong number, hope your scan goes well and you hear soon", "I am not ok",
        "Who is this?", "stop texting me", "I don't know you", "I've got a new number", "not me",
        "this is my new number by the way", "nobody called me back", "no one here understands",
        "wrong", "number", "nobody called", "none of these", "you sent it to the wrong person",
        "nope wrong one", "", "I'm not well", "this is not fair",
    ],
)  # fmt: skip
def test_a_slip_or_a_story_is_no_wrong_number(text: str) -> None:
    assert ending(text, ASHA) is None


@pytest.mark.parametrize(
    "text",
    [
        "this was her phone, she died on sunday", "This is her daughter, she passed away in May",
        "this is his wife. he died last week", "I'm her husband, she died last night",
        "Hello, this is Asha's sister. She passed away on Monday.", "Asha passed away in May",
        "Asha died", "I'm sorry to tell you that Asha has died",
        "sadly Asha passed away last month",
        "The person you are texting has passed away", "the lady you're after is dead",
        "the person you are texting has passed away, no more messages please",
        "this was my mums phone, she died on sunday", "he's passed away so please stop these",
        "I have her phone now, she died", "this is their carer and they have died",
        "she died. please stop texting", "just to let you know Asha's passed away",
        "you're texting my late husband's phone, he died in june",
    ],
)  # fmt: skip
def test_a_death_is_heard_from_whoever_holds_the_phone(text: str) -> None:
    assert ending(text, ASHA) is WrongPerson.DECEASED


@pytest.mark.parametrize(
    "text",
    [
        "my mum died", "my mum died last week, feeling lost", "my husband passed away in May",
        "my mum Asha passed away", "she died on sunday and i can't stop crying", "he passed away",
        "my nan died, she had type 2", "Asha, my dad died", "this is the week she died last year",
        "my friend Asha died of a hypo", "her daughter died", "I wish I was dead", "the dog died",
        "this was her favourite song, she died in june", "I nearly died", "my phone died",
        "this is his birthday, he died young and i miss him", "I'm her widow", "someone died here",
        "the person I loved has died", "my battery died so I couldn't text", "Asha nearly died",
        "i passed my driving test", "Mo passed away the time telling jokes",
    ],
)  # fmt: skip
def test_someone_in_grief_is_not_taken_for_dead(text: str) -> None:
    assert ending(text, ASHA) is None


def test_a_name_must_be_theirs() -> None:
    assert ending("Ben passed away in May", ASHA) is None
    assert ending("Asha passed away in May") is None
    assert ending("I'm not Ben", ASHA) is None
    assert ending("o'neil died in may", "O’Neil") is WrongPerson.DECEASED
