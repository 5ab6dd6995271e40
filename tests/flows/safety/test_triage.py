"""What triage makes of what Asha, Ben and Mo write. The sentences are our own."""

import pytest

from flows.safety.triage import Risk, triage


@pytest.mark.parametrize(
    "text",
    [
        "i want to die",
        "I dont want 2 live",
        "im going to kill myself tonite",
        "planning to hang myself this weekend",
        "nie chcę już żyć",
        "مرنا چاہتا ہوں",
        "ਮੈਂ ਮਰਨਾ ਚਾਹੁੰਦਾ ਹਾਂ",
        "আমি মরে যেতে চাই",
        "main marna chahta hun",
        "dwi isio marw",
    ],
)
def test_a_wish_to_die_is_a_crisis_however_it_is_written(text):
    assert triage(text).label is Risk.CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "Ben's sugar is 1.8 and he wont wake up",
        "ketones 3.4 and cant stop being sick",
        "my chest is tight and the pain goes down my left arm",
        "toe has gone black, leg is red and hot, im shivering",
        "mam's unconcious on the kitchen floor",
        "sugar 2.3 and shaking, sweating, cant think",
        "karetka, tata jest nieprzytomny",
        "ammi behosh hain, sugar 1.9",
    ],
)
def test_danger_to_life_is_medical(text):
    assert triage(text).label is Risk.MEDICAL


@pytest.mark.parametrize(
    "text",
    [
        "my husband hits me when my sugar is high",
        "my carer takes my bank card and keeps my pension",
        "he locks my insulin away so i cant leave",
        "my mentor keeps asking me for money",
        "mąż mnie bije",
        "mera shohar mujhe marta hai",
    ],
)
def test_harm_from_others_is_safeguarding(text):
    assert triage(text).label is Risk.SAFEGUARDING


@pytest.mark.parametrize(
    "text",
    [
        "how many units of novorapid for a reading of 15",
        "can i stop taking my metformin",
        "should I double my lantus tonight?",
    ],
)
def test_a_question_about_doses_is_for_the_care_team(text):
    assert triage(text).label is Risk.CLINICAL_ADVICE


@pytest.mark.parametrize(
    "text",
    [
        "dying for a cup of tea",
        "my feet are killing me after that walk",
        "I could murder a curry",
        "my sensor died again",
        "phone about to die, ring you later",
        "had a hypo last year but im fine now",
        "what time is the group on tuesday",
        "thanks, see you next week",
        "6.2 this morning, happy with that",
        "umieram z głodu, kiedy obiad?",
    ],
)
def test_ordinary_talk_is_nothing(text):
    assert triage(text).label is Risk.NONE


def test_an_idiom_does_not_hide_a_real_risk_beside_it():
    assert triage("dying for a brew lol. seriously tho i want to kill myself").label is Risk.CRISIS


def test_intent_to_die_goes_before_danger_to_life():
    assert triage("ive taken all my insulin because i want to die").label is Risk.CRISIS


def test_a_normal_reading_does_not_clear_symptoms():
    assert triage("sugar is 6.5 but my face has dropped and im slurring").label is Risk.MEDICAL


def test_a_number_that_counts_something_else_is_no_reading():
    found = triage(
        "my readings are 5 to 15 and ive had type 1 for years, whats the bus 2 timetable"
    )
    assert "sugar below 4" not in found.why


def test_reasons_are_in_a_coordinators_words():
    assert triage("ketones are 3.4").why == ("ketones of 3 or more",)
    assert "speaks of suicide" in triage("im going to kill myself").why
    assert triage("see you at the group").why == ()


def test_a_flag_always_has_a_reason():
    flagged = triage("the water looks so calm and i wont be needing my coat")
    assert flagged.label is Risk.NONE or flagged.why


@pytest.mark.parametrize(
    ("text", "bystander"),
    [
        ("i want to die", False),
        ("hes going to kill himself", True),
        ("my mentor said to tell you i want to end my life", False),
        ("i cant wake her up", True),
        ("my wife says im slurring my words", False),
        ("my dads face has dropped on one side", True),
        ("my husband hits me", False),
        ("my mentee is being hit by her husband", True),
    ],
)
def test_a_bystander_is_told_from_the_person_at_risk(text, bystander):
    found = triage(text)
    assert found.label is not Risk.NONE
    assert found.bystander is bystander


def test_what_was_said_in_the_last_hour_counts():
    earlier = ["nobody would miss me", "got all my tablets here"]
    assert triage("sorry for everything. bye", earlier).label is Risk.CRISIS


def test_short_answers_in_a_row_are_no_cry_for_help():
    earlier = ["yes im 67", "ok thats fine i suppose", "its for my wife she has diabetes"]
    assert triage("type to i think", earlier).label is Risk.NONE
    assert triage("rather a man", ["i look after my dad", "not sure"]).label is Risk.NONE


def test_small_talk_does_not_raise_an_old_flag_again():
    earlier = ["i want to die", "my sugar is 1.8 and im shaking"]
    for text in ("ok thanks", "see you on tuesday", "what time is the walk"):
        assert triage(text, earlier).label is Risk.NONE


def test_the_gravest_of_the_thread_wins():
    assert triage("i took them all", ["i want to die"]).label is Risk.CRISIS
