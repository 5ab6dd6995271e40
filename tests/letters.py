"""What two people who talk through the line write to each other, in the words that people use.

None of it is for the line, though some of it holds the line's own words: groups, complaints,
check-ups, postcodes, numbers.
"""

from flows.relay.screening import Found, screen
from flows.safety.triage import Risk, triage

LETTERS = (
    # Hello, and how are you
    "hiya hows things",
    "Morning! Did you sleep any better?",
    "hello it's only me",
    "evening, just sat down at last",
    "Hope you had a good weekend x",
    "how are you keeping?",
    "hi, sorry I went quiet, the grandchildren were here",
    "good morning from a very wet Stroud",
    "Are you feeling a bit brighter today",
    "how did you get on at the eye screening",
    "just checking in on you, no need to write back",
    "thinking of you today x",
    # Food and drink
    "made that lentil soup you told me about, it was lovely",
    "had porridge and it shot straight up",
    "what do you have for breakfast these days",
    "I've swapped white bread for seeded, not the same is it",
    "do you ever have a takeaway? we get one on fridays",
    "ate half a birthday cake. no regrets lol",
    "chips twice this week, oops",
    "My daughter's a vegan now so we're all on beans",
    "is rice worse than potatoes for you too",
    "I only had the one biscuit with my tea, honest",
    "curry night went fine, I had the small naan",
    "we went for a carvery and I left the yorkshires",
    # Sensors, readings, everyday diabetes
    "it was 7 this morning",
    "8.4 before breakfast, 6 something after the walk",
    "my sensor fell off in the shower again",
    "new sensor on today, it's reading a bit low",
    "the pump's been fine since I changed the set",
    "went up to 14 after the pasta then came down by itself",
    "got my hba1c back and it's 52, down from 61",
    "finger's sore from all the pricking",
    "do you use the app or just the reader?",
    "the nurse was pleased with my feet",
    "they've moved my check-up to the 14th",
    "check up went well, she said keep going",
    "eye test tomorrow, I can't drive home after the drops",
    "I always forget to change the needle, do you",
    "the alarm went off in the middle of bingo",
    "took me three goes to get the cannula in",
    # Families
    "my mum is stopping with us till sunday",
    "our Liam passed his driving test!",
    "the dog was sick on the new carpet",
    "my sister has all the answers as usual. thanks sis",
    "it's my husband's 70th on saturday",
    "kids are back at school, peace at last",
    "my lad moves out next week, I'll miss him",
    "Grandad's 90 and still on the allotment",
    "wife says hello by the way",
    "the baby has two teeth now",
    # Moods, without danger
    "bit fed up with it all this week if I'm honest",
    "feeling a lot better than I did",
    "I'm shattered",
    "grumpy today, ignore me",
    "it gets lonely on a sunday doesn't it",
    "I felt quite proud of myself",
    "I was in tears on monday but I'm ok now",
    "proper good mood today, the sun's out",
    "I get worried before every appointment",
    "some days I can't be bothered with any of it",
    # Questions to the other
    "how was it?",
    "what did the doctor say?",
    "when were you told you had it",
    "do you think I should ask about it next time",
    "did you go in the end?",
    "who looks after yours when you're away",
    "which type have you got again",
    "have you ever tried swimming?",
    "what would you do",
    "any plans for the weekend?",
    "did it hurt?",
    "was it busy",
    # Short ones
    "ok x",
    "lol",
    "see you thursday",
    "same here",
    "night night",
    "fingers crossed",
    "me too x",
    "aw thank you",
    "ta",
    "oh dear",
    "👍",
    "xx",
    "?",
    "good luck tomorrow",
    "thank you so much",
    "merry christmas to you and yours",
    # Times and days, to each other
    "talk later, about 9ish?",
    "I'm about from half six on friday",
    "saturday mornings are best for me to write",
    "back in 10 minutes, just putting the tea on",
    "Tuesday's no good, I've got the dentist",
    "I'll write again on sunday after church",
    "not long now till the holiday",
    # Groups, places, classes
    "the group last night was lovely",
    "I went to that walking group you mentioned",
    "we've a new lady at slimming, she's a hoot",
    "the class was full so I did the bike at home",
    "I didn't fancy the group on my own, would you have gone?",
    "our craft group has found a new hall",
    "the food bank were really kind to my neighbour",
    "my yoga teacher is away all month",
    # Complaints to others, and changes elsewhere
    "I complained to the council about the bins",
    "I rang the surgery to complain, two hours on hold!",
    "they've changed my nurse again, that's three this year",
    "I've asked to change my gp",
    "stopped smoking three weeks ago today",
    "I wish they'd stop sending me catalogues",
    "I want to stop eating so late",
    "the bus service here is a joke",
    "my manager at work never lets me have a break on time",
    "we're thinking of moving house, nearer my sister",
    "finally got my new postcode on the letters from the hospital",
    "the pharmacy had the wrong address for me",
    "a robot answered when I rang the bank, drove me mad",
    "the hospital lost my records, would you believe it",
    # Telly, matches, hobbies
    "did you see the match? what a goal",
    "the match finished 2 1, I lost my voice",
    "match of the day was rubbish",
    "are you watching strictly",
    "I've started the jigsaw, 1000 pieces, 900 are sky",
    "that quiz was too hard, I got 4 out of 10",
    "planted 20 bulbs before it rained",
    "I've got tickets for the panto",
    "my team are bottom of the league again",
    "reading that book you said, only on chapter 3",
    # More of a letter
    "Well, what a week. The boiler went on monday, the car on wednesday, and today it snowed.",
    "Took a list with me like you said, and the nurse answered every question on it. Thank you.",
    "I used to hide it at work, but I told my boss last week and she was fine about it.",
    "You said it gets easier and I didn't believe you. It's a year on thursday and it has, a bit.",
    "I walked to the shops and back without stopping, first time since the summer!",
    "We were talking about you at tea, well not by name. My other half says you sound nice.",
)  # fmt: skip

# Only ever said to somebody who has just asked something: alone they would mean nothing.
REPLIES = (
    "yes",
    "no",
    "yes please",
    "yes it was",
    "no not yet",
    "nah",
    "definitely",
    "both really",
    "on friday",
    "I am",
    "not too bad thanks",
    "no problem",
    "will do",
    "brilliant",
    "haha yes",
    "not really",
    "that's great",
    "sounds good",
    "yep",
)


def harmless() -> list[str]:
    """The letters that triage takes for no red flag, and that screening lets pass, with a name
    before them or without. How many are feared is counted by itself."""
    return [words for words in LETTERS if not _is_feared(words)]


def _is_feared(words: str) -> bool:
    said = (words, f"Asha, {words}", f"Hi Asha, {words}")
    return any(
        triage(each).label is not Risk.NONE or screen(each).label is not Found.OK for each in said
    )
