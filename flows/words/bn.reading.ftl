### How answers in Bengali, in its own script and in Latin letters, are read, beside the English lists, which people mix in.

reading-yes = হ্যাঁ, হ্যা, হাঁ, জি, জ্বি, জি হ্যাঁ, অবশ্যই, hya, hyan, haan, ha, hae, ji, jee, ji ha, oboshyoi, obosshoi
reading-agree = ঠিক আছে, আচ্ছা, ভালো, রাজি, thik ache, thik ase, thik achhe, accha, acha, raji
reading-no = না, নাহ, জি না, না ধন্যবাদ, এখন না, একদম না, naa, nah, ji na, na dhonnobad, ekhon na
reading-not = নেই, নয়, nei, noy
reading-unsure = জানি না, নিশ্চিত না, হয়তো, jani na, janina, hoyto, nischit na
reading-but = কিন্তু, যদি, কি, কেন, কীভাবে, কে, kintu, jodi, ki, keno, kivabe
reading-skip = বাদ দিন, বাদ দাও, পরের প্রশ্ন, bad din, bad dao
reading-nothing = কিছু না, কিছুই না, kichu na, kichui na
