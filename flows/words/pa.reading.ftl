### How answers in Punjabi, in Gurmukhi and in Latin letters, are read, beside the English lists, which people mix in.

reading-yes = ਹਾਂ, ਹਾਂ ਜੀ, ਜੀ, ਜੀ ਹਾਂ, ਜ਼ਰੂਰ, ਬਿਲਕੁਲ, haan, han, haanji, haan ji, hanji, ji, zaroor, bilkul
reading-agree = ਠੀਕ ਹੈ, ਠੀਕ, ਅੱਛਾ, theek hai, thik hai, theek, acha, accha
reading-no = ਨਹੀਂ, ਨਹੀਂ ਜੀ, ਜੀ ਨਹੀਂ, ਨਾ, ਨਹੀਂ ਧੰਨਵਾਦ, ਬਿਲਕੁਲ ਨਹੀਂ, ਹੁਣ ਨਹੀਂ, nahi, nahin, nhi, nai, ji nahi, bilkul nahi, hun nahi
reading-not = ਨਾ ਕਰੋ, na karo
reading-unsure = ਪਤਾ ਨਹੀਂ, ਸ਼ਾਇਦ, pata nahi, pata nahin, pta nahi, shayad
reading-but = ਪਰ, ਜੇ, ਕੀ, ਕਿਉਂ, ਕਿਵੇਂ, ਕੌਣ, par, je, ki, kyon, kiven, kaun
reading-skip = ਛੱਡੋ, ਰਹਿਣ ਦਿਓ, ਅੱਗੇ, chhaddo, chaddo, rehn deo, agge
reading-nothing = ਕੁਝ ਨਹੀਂ, kuch nahi, kujh nahi
