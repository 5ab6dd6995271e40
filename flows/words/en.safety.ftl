# Red flags: the first answer goes alone, before anything else.
# Numbers: docs/safety/contacts.md says where each was confirmed, and when.

safety-crisis = I'm so glad you told us. Please talk to someone now: Samaritans, free, day or night, on 116 123, or text SHOUT to 85258. Or ring 111 and press 2. If you might act on it, or you're hurt, call 999 now.
safety-crisis-bystander = Thank you for telling us. If they're hurt or might act on it, call 999 now, and stay with them if you can. You or they can ring Samaritans, free, day or night, on 116 123, or 111 and press 2.
safety-medical = This could be serious. If you feel very ill, confused, or can't keep fluids down, call 999 now. Sugar low and able to swallow? Have juice or 5 glucose tablets now. Ketones 3 or more: 999 or A&E. If you're not sure, ring 111.
safety-medical-bystander = This could be serious. If they won't wake, are fitting, confused or can't swallow: nothing by mouth, lay them on their side, call 999 now. Awake and sugar low: give juice or sweets. If you're not sure, ring 111.
safety-safeguarding = Thank you for telling us. This is not your fault. In danger now? Call 999, and press 55 if you can't speak. Free help, day or night: Domestic Abuse Helpline 0808 2000 247. Under 18: Childline 0800 1111.
safety-safeguarding-bystander = Thank you for telling us. If someone is in danger now, call 999. You don't need to sort this out alone: our team will look at it with you. Free advice, day or night: Domestic Abuse Helpline 0808 2000 247, Childline 0800 1111.
safety-clinical_advice = We can't advise on medicines, doses or test results. Please ask your diabetes team, GP or pharmacist, or ring 111 when they're closed. If you feel very unwell, call 999.
safety-clinical_advice-bystander = We can't advise on medicines, doses or test results. Please ask their diabetes team, GP or a pharmacist, or ring 111 when they're closed. If they're very unwell, call 999.
safety-under-age = You can also talk to Childline, free, day or night: 0800 1111. Our mentors only talk with adults, but our team is here for you.
safety-again = We're still here, and we've added this for our team. In danger now, or very unwell? Call 999. To talk, day or night: Samaritans 116 123.
safety-noted = Thank you. We've added that for our team, who will write to you as soon as they can. In danger now? Call 999.
keeping-safe = Are you safe right now?
    .yes = Yes
    .no = No
keeping-safe-told = Someone on our team has been told. They will write to you here as soon as they can.
keeping-safe-nobody = I have to be honest: nobody on our team is on duty just now. We've sent them all an urgent message, but please don't wait for us. Use the numbers above.
keeping-them-safe = Is everyone safe right now?
    .yes = Yes
    .no = No
keeping-them-safe-yes = Thank you for telling me. If that changes, call 999. We'll hold our other messages to you until one of us has been in touch.
keeping-them-safe-no = Please call 999 now. Stay with them if it's safe for you to. We're calling our whole team.
keeping-safe-yes = Thank you for telling me. Please do ring one of those numbers and talk it through. We'll hold our other messages until one of us has been in touch.
keeping-safe-no = Please call 999 now, or ask someone near you to. If you can, go and be with someone. We're calling our whole team.
