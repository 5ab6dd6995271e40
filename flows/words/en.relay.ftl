# Talking with several people, at night, and from more than one phone.

relay-paused = { $partner } can't talk just now, so I haven't passed that on.
relay-over = Your chats with { $partner } have ended, so I haven't passed that on.
relay-unreachable = Sorry, we can't reach { $partner } just now, so I couldn't pass that on.
relay-undelivered = Sorry, what you wrote on { $when } didn't reach { $partner }. You could try again later.
relay-morning = It's late where { $partner } is, so they'll get this in the morning.
relay-passed-to = I've passed that on to { $partner }.
relay-them = them
relay-aside = { $name } (you're talking to { $partner })
relay-own-number = This number is only for you and { $partner }. What you send here goes to { $partner }. You could save it under their name.

whom = Who was that for?
talking-to-whom = Who would you like to talk to?
talking-to = You're talking to { $partner } now. What you write goes to { $partner }.
