### How answers in Urdu, in its own script and in Latin letters, are read, beside the English lists, which people mix in.

reading-yes = ہاں, جی, جی ہاں, ہاں جی, ضرور, بالکل, haan, han, haa, ji, jee, ji haan, jee haan, haan ji, han ji, zaroor, bilkul, bilkul haan
reading-agree = ٹھیک ہے, ٹھیک, اچھا, theek hai, thik hai, theek, acha, accha, achha
reading-no = نہیں, جی نہیں, نہ, نہیں شکریہ, بالکل نہیں, ابھی نہیں, nahi, nahin, nhi, nai, ji nahi, nahi shukriya, bilkul nahi, abhi nahi
reading-not = مت, mat
reading-unsure = پتا نہیں, پتہ نہیں, معلوم نہیں, شاید, pata nahi, pata nahin, pta nahi, maloom nahi, shayad
reading-but = لیکن, مگر, اگر, کیا, کیوں, کیسے, کون, lekin, magar, agar, kya, kyun, kaise, kaun
reading-skip = چھوڑ دیں, چھوڑیں, رہنے دیں, آگے, chor dein, chhor dein, rehne dein, aage
reading-nothing = کچھ نہیں, kuch nahi, kuch nahin
