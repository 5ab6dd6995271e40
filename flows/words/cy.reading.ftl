### How answers in Welsh are read, beside the English lists, which people mix in.

reading-yes = ie, ia, oes, ydw, ydy, ydyn, do, gwnaf, byddaf, hoffwn, gallaf, ie plis, iawn, wrth gwrs, siwr, yn sicr
reading-agree = dw i yn, rydw i, cytuno, dw i yn cytuno, dwin cytuno, da iawn, swnion dda, pam lai
reading-no = na, nage, nac oes, nac ydw, nac ydy, naddo, na wnaf, na fyddaf, dim diolch, na dim diolch, dim nawr, dim o gwbl, ddim wir, byth
reading-not = ddim, nid, dim, peidiwch
reading-unsure = ddim yn siwr, dwi ddim yn siwr, dw i ddim yn siwr, dwn i ddim, dwi ddim yn gwybod, efallai, falle, dim syniad, mae n dibynnu
reading-but = ond, oni bai, os, beth, pam, sut, pwy
reading-skip = sgipio, sgip, pasio, hepgor, nesaf, gwell gen i beidio, gwell gen i beidio dweud
reading-nothing = dim byd, dim, dim byd arall
