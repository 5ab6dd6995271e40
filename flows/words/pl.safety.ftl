# Red flags, in Polish. To be read by a native speaker before use: see docs/safety/safety-case.md.

safety-crisis = Dobrze, że o tym piszesz. Porozmawiaj z kimś teraz: Samaritans, za darmo, dzień i noc, 116 123. Albo 111 i wciśnij 2. Jeśli grozi Ci coś teraz, zadzwoń na 999.
safety-crisis-bystander = Dziękujemy, że o tym piszesz. Jeśli grozi im coś teraz, zadzwoń na 999 i zostań z nimi. Samaritans, za darmo, dzień i noc: 116 123.
safety-medical = To może być groźne. Bardzo źle się czujesz? Zadzwoń na 999. Niski cukier i możesz połykać? Sok lub 5 tabletek glukozy teraz. Ketony 3 lub więcej: 999. Nie wiesz? 111.
safety-medical-bystander = To może być groźne. Nie budzi się lub nie połyka: nic do ust, połóż na boku, dzwoń na 999. Przytomna osoba z niskim cukrem: daj sok. Nie wiesz? 111.
safety-safeguarding = Dziękujemy, że o tym piszesz. To nie Twoja wina. Grozi Ci coś teraz? Dzwoń na 999. Pomoc za darmo, dzień i noc: 0808 2000 247. Masz mniej niż 18 lat: 0800 1111.
safety-safeguarding-bystander = Dziękujemy, że o tym piszesz. Jeśli komuś grozi coś teraz, dzwoń na 999. Nasz zespół zajmie się tym z Tobą. Rada za darmo: 0808 2000 247, Childline 0800 1111.
safety-clinical_advice = Nie możemy doradzać w sprawie leków, dawek ani wyników. Zapytaj zespół cukrzycowy, lekarza lub farmaceutę, albo zadzwoń na 111. Bardzo źle? 999.
safety-clinical_advice-bystander = Nie możemy doradzać w sprawie leków, dawek ani wyników. Zapytaj ich lekarza lub farmaceutę, albo zadzwoń na 111. Jeśli bardzo źle się czują: 999.
safety-under-age = Możesz też porozmawiać z Childline, za darmo, dzień i noc: 0800 1111. Nasi mentorzy rozmawiają tylko z dorosłymi, ale nasz zespół jest tu dla Ciebie.
safety-again = Nadal tu jesteśmy, a nasz zespół to widzi. Grozi Ci coś lub bardzo źle się czujesz? Dzwoń na 999. Rozmowa, dzień i noc: Samaritans 116 123.
safety-noted = Dziękujemy. Przekazaliśmy to naszemu zespołowi, który napisze jak najszybciej. Grozi Ci coś teraz? Dzwoń na 999.
keeping-safe = Czy jesteś teraz bezpieczna lub bezpieczny?
    .yes = Tak
    .no = Nie
keeping-safe-told = Ktoś z naszego zespołu już o tym wie. Napisze tu do Ciebie jak najszybciej.
keeping-safe-nobody = Mówimy szczerze: teraz nikt z zespołu nie ma dyżuru. Wysłaliśmy im pilną wiadomość, ale nie czekaj na nas. Zadzwoń pod numery powyżej.
keeping-them-safe = Czy wszyscy są teraz bezpieczni?
    .yes = Tak
    .no = Nie
keeping-them-safe-yes = Dziękujemy. Jeśli to się zmieni, dzwoń na 999. Inne nasze wiadomości poczekają, aż ktoś z nas się odezwie.
keeping-them-safe-no = Zadzwoń teraz na 999. Zostań z nimi, jeśli to dla Ciebie bezpieczne. Wzywamy cały nasz zespół.
keeping-safe-yes = Dziękujemy. Zadzwoń proszę pod jeden z tych numerów i porozmawiaj. Inne nasze wiadomości poczekają, aż ktoś z nas się odezwie.
keeping-safe-no = Zadzwoń teraz na 999 albo poproś kogoś obok. Jeśli możesz, idź do ludzi. Wzywamy cały nasz zespół.
