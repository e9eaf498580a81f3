export const certificates = {
  check: {
    title: "查证书真伪", heading: "查证书真伪", says: "扫证书上的二维码，或把码里的文字粘在下面。不用登录。", text: "码里的文字", textHint: "以 JGT1 开头，或整个网址", name: "持证人姓名（可不填）", nameHint: "填了就核对是不是本人的，不会保存", submit: "查",
    valid: "有效", validSays: "由登记的发证机构签发，没有改动。", expired: "已过期", expiredSays: "是真的，但有效期已过。", revoked: "已吊销", revokedSays: "是真的，但发证机构已收回，不再算数。", forged: "不是这里发的，或被改动过", forgedSays: "核对不上签名。请看原件，或问发证机构。",
    nameYes: "姓名对得上。", nameNo: "姓名对不上：这张证书不是这个人的。", offline: "不联网也能查：用公布的公钥核对签名（Ed25519），再查吊销名单。", keys: "公钥", list: "吊销名单",
    photo: "拍证书上的二维码", photoSays: "在这部手机上核对，照片和姓名都不会发出去。", photoLabel: "拍照或选一张照片", reading: "正在找二维码……", noCode: "照片里没找到二维码。走近一点、拍正、光线亮一些，再拍一次；或把码里的文字粘在下面。",
    keep: "存到手机，断网也能查", kept: "已存到手机，断网也能查", notKept: "这部手机还没有存公钥和吊销名单，查的时候要联网。", listOf: "吊销名单是 {{at}} 的。",
  },
  sheet: { demo: "演示系统打印，不是真证书。", title: "证书（打印）", back: "回到证书", print: "打印", holder: "持证人", says: "经考核合格，特发此证。", scan: "扫码查真伪，不用登录，断网也能查", lost: "丢了不要紧：登录晋岗通再打印一张，二维码一样有效。" },
  own: { title: "可核验的二维码", says: "让用人单位扫一扫，就能查真伪。码里没有您的姓名和身份证号。", alt: "证书的二维码", open: "看查到的结果", sheet: "打印证书" },
};
