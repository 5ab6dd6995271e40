# What Telegram itself shows: the list of commands, and the button that shares a location.

command-menu = See what you can do here
command-help = How this works, and where to get help
command-back = Change your last answer
command-stop = Stop all messages
command-start = Start, or start again

share-position = Share where I am
