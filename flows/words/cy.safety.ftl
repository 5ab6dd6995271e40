# Red flags, in Welsh. To be read by a native speaker before use: see docs/safety/safety-case.md.

safety-crisis = Diolch am ddweud. Siaradwch â rhywun nawr: Samaritans, am ddim, ddydd a nos, 116 123. Neu 111, pwyso 2. Os ydych mewn perygl neu wedi brifo, ffoniwch 999 nawr.
safety-crisis-bystander = Diolch am ddweud. Os ydynt mewn perygl neu wedi brifo, ffoniwch 999 nawr ac arhoswch gyda nhw. Samaritans, am ddim, ddydd a nos: 116 123.
safety-medical = Gall hyn fod yn ddifrifol. Sâl iawn neu'n ddryslyd? Ffoniwch 999 nawr. Siwgr isel ac yn gallu llyncu? Sudd neu 5 tabled glwcos nawr. Ceton 3 neu fwy: 999. Ansicr? 111.
safety-medical-bystander = Gall hyn fod yn ddifrifol. Os na allant ddeffro neu lyncu: dim byd drwy'r geg, ar eu hochr, ffoniwch 999 nawr. Os ydynt ar ddihun a'r siwgr yn isel: sudd. Ansicr? 111.
safety-safeguarding = Diolch am ddweud. Nid eich bai chi yw hyn. Mewn perygl nawr? Ffoniwch 999. Cymorth am ddim, ddydd a nos: 0808 2000 247. Dan 18: Childline 0800 1111.
safety-safeguarding-bystander = Diolch am ddweud. Os oes rhywun mewn perygl nawr, ffoniwch 999. Bydd ein tîm yn edrych ar hyn gyda chi. Cyngor am ddim: 0808 2000 247, Childline 0800 1111.
safety-clinical_advice = Allwn ni ddim rhoi cyngor am foddion na dos. Gofynnwch i'ch tîm diabetes, meddyg teulu neu fferyllydd, neu ffoniwch 111. Os ydych yn sâl iawn, ffoniwch 999.
safety-clinical_advice-bystander = Allwn ni ddim rhoi cyngor am foddion na dos. Gofynnwch i'w tîm diabetes, meddyg teulu neu fferyllydd, neu ffoniwch 111. Os ydynt yn sâl iawn, ffoniwch 999.
safety-under-age = Gallwch siarad â Childline hefyd, am ddim, ddydd a nos: 0800 1111. Dim ond ag oedolion mae ein mentoriaid yn siarad, ond mae ein tîm yma i chi.
safety-again = Rydyn ni yma o hyd, ac mae'n tîm wedi cael hyn hefyd. Mewn perygl neu'n sâl iawn? Ffoniwch 999. I siarad, ddydd a nos: Samaritans 116 123.
safety-noted = Diolch. Mae'n tîm wedi cael hyn, a byddant yn ysgrifennu atoch cyn gynted ag y gallant. Mewn perygl nawr? Ffoniwch 999.
keeping-safe = Ydych chi'n ddiogel nawr?
    .yes = Ydw
    .no = Nac ydw
keeping-safe-told = Mae rhywun yn ein tîm wedi cael gwybod. Byddant yn ysgrifennu atoch yma cyn gynted ag y gallant.
keeping-safe-nobody = Rhaid bod yn onest: does neb o'n tîm ar ddyletswydd nawr. Rydyn ni wedi anfon neges frys atynt, ond peidiwch ag aros. Defnyddiwch y rhifau uchod.
keeping-them-safe = Ydy pawb yn ddiogel nawr?
    .yes = Ydyn
    .no = Nac ydyn
keeping-them-safe-yes = Diolch am ddweud. Os bydd hynny'n newid, ffoniwch 999. Bydd ein negeseuon eraill yn aros nes i un ohonom gysylltu â chi.
keeping-them-safe-no = Ffoniwch 999 nawr. Arhoswch gyda nhw os yw'n ddiogel i chi. Rydyn ni'n galw ein tîm cyfan.
keeping-safe-yes = Diolch am ddweud. Ffoniwch un o'r rhifau hynny i siarad. Bydd ein negeseuon eraill yn aros nes i un ohonom gysylltu â chi.
keeping-safe-no = Ffoniwch 999 nawr, neu gofynnwch i rywun gerllaw. Os gallwch, ewch at rywun. Rydyn ni'n galw ein tîm cyfan.
