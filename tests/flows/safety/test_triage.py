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
    assert not any("sugar below 4" in why for why in found.why)


def test_reasons_are_a_coordinators_words_and_then_the_persons_own():
    assert triage("ketones are 3.4").why == ("ketones of 3 or more: 'ketones are 3.4'",)
    (why,) = triage("Ive had enough. Im going to KILL MYSELF tonite!").why
    assert why.startswith("speaks of suicide: '")
    assert "Im going to KILL MYSELF" in why
    assert triage("see you at the group").why == ()


def test_what_is_quoted_is_a_phrase_and_no_mere_and():
    for text in (
        "nobody needs me here and it would be easier for them all",
        "he scares me at home",
    ):
        for why in triage(text).why:
            quoted = why.partition(": '")[2].rstrip("'")
            assert quoted in text
            assert len(quoted.split()) >= 2


def test_danger_said_outright_is_plain():
    for text in (
        "i want to kill myself",
        "my dad wont wake up, sugar is 1.9",
        "my husband hits me",
        "On leave from work, feeling suicidal",
        "took all my tablets an hour ago. quite calm now",
        "on the bridge. its cold",
        "how much will the insurance pay my wife if i kill myself",
        "my toddler has swallowed some of my tablets",
        "he waits outside the clinic and says he will kill me",
    ):
        assert triage(text).plain


def test_what_is_no_danger_is_never_plain():
    for text in ("see you at the group", "should i double my lantus tonight?"):
        assert not triage(text).plain


def test_one_grave_sentence_is_heard_in_a_long_story():
    story = (
        "We had the family round for my nephew's birthday and my sister made her lemon cake. "
        "I did my jab before tea and the reading was fine. The kids played football outside. "
        "When they had all gone I sat down and thought about killing myself. "
        "Then I did the dishes and watched the match with the cat."
    )
    assert triage(story).label is Risk.CRISIS


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("took every tablet in the house about an hour ago. feeling calm", Risk.CRISIS),
        ("look after my dog when im gone. goodbye everyone", Risk.CRISIS),
        ("does the life insurance pay if i kill myself", Risk.CRISIS),
        ("standing on the bridge. its dark", Risk.CRISIS),
        ("my toddler has swallowed two of my metformin", Risk.MEDICAL),
        ("he waits for me outside the clinic and says he will kill me", Risk.SAFEGUARDING),
        ("/iwanttodie", Risk.CRISIS),
        ("i-want-to-kill-myself", Risk.CRISIS),
        ("मैं मरना चाहता हूँ", Risk.CRISIS),
    ],
)
def test_danger_told_calmly_or_oddly_is_heard(text, label):
    assert triage(text).label is label


@pytest.mark.parametrize(
    "text",
    [
        "i cut down on bread and feel better",
        "gave £10 to the raffle",
        "the baby wakes the house at five",
        "i have diabetes, i need help",
        "what do you all do about the morning highs?",
        "i take 12 units with my tea and 8 with my dinner",
        "any tips for getting my mentee to talk more?",
    ],
)
def test_talk_between_people_with_diabetes_is_left_in_peace(text):
    assert triage(text).label is Risk.NONE


@pytest.mark.parametrize(
    "text",
    [
        "he's 17 and mad on football",
        "my insurance stopped paying for the pens, it drives me mad",
        "he took the knife and cut the cake, what a party",
        "help me pick a card for my nan",
        "the kids locked me out for a laugh",
        "on the bridge by the station, see you in five",
        "goodbye and thanks for the lift",
        "the insurance wont pay for my pump",
    ],
)
def test_words_that_danger_uses_too_call_nobody(text):
    assert not triage(text).plain


@pytest.mark.parametrize(
    "text",
    [
        "my mum is stopping with us till sunday",
        "my dad is stopping over",
        "our kid's stopping the week, he's brought his washing",
        "sunday after church",
        "I'll write again on sunday after church",
        "will text you friday when I'm back from chapel",
        "Sunday. It's going to be Sunday",
        "we walked the dog along the river and it was nice",
        "took the grandkids down by the river, lovely it was",
        "eye test tomorrow, I can't drive home after the drops",
        "I've had the drops so my wife's driving us back",
        "the rope came this morning, swing's up already",
        "last one then I'm off, see you monday",
        "I'm done, that was a long shift",
        "can't do this quiz, what's the river in vienna",
        "leaving on friday, back for the match",
        "gave all my old jumpers away, feels good",
        "the solicitor's done our wills, that's that sorted",
    ],
)
def test_small_talk_of_days_rivers_and_goodbyes_calls_nobody(text):
    assert not triage(text).plain


def test_a_day_named_after_talk_of_dying_counts_and_alone_it_does_not():
    day = "Sunday. It's going to be Sunday"
    assert not triage(day).plain
    assert triage(day, ["ive saved up all my tablets"]).label is Risk.CRISIS


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
