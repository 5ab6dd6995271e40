### How answers in Polish are read, beside the English lists, which people mix in.

# "no" is an everyday Polish yes. Being on the English list too, it is read as neither.
reading-yes = tak, taa, no, no tak, no jasne, no pewnie, jasne, pewnie, oczywiście, tak proszę, chętnie, zgoda
reading-agree = dobrze, dobra, okej, zgadzam się, spoko, może być, czemu nie, poproszę, chcę
reading-no = nie, nie dziękuję, nie dzięki, raczej nie, na pewno nie, nigdy, nie teraz, nie dzisiaj, jeszcze nie, wcale nie, nie chcę
reading-not = nie mam, nie jestem, nie lubię, nie zgadzam się
reading-unsure = nie wiem, może, nie jestem pewien, nie jestem pewna, trudno powiedzieć, zależy, chyba
reading-but = ale, chyba że, jeśli, jeżeli, co, dlaczego, jak, kto, kiedy
reading-skip = pomiń, pomin, pomijam, dalej, wolę nie, wolę nie mówić, nie chcę mówić, nie chcę odpowiadać
reading-nothing = nic, brak, nic więcej
