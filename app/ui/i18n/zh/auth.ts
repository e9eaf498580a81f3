export const auth = {
  title: "登录", heading: "登录", says: "求职者看岗位不用登录。要报名、看推荐，请登录。", saysThen: "请先登录，登录后回到您要看的那一页。登录久了没用，会自动退出。", username: "用户名", password: "密码", submit: "登录", demo: "演示账号", demoSays: "点一下就以这个身份登录，不用输密码。", demoEnter: "以此身份登录",
  signedIn: "您已登录（{{role}}）。", goOn: "继续", logoutHeading: "退出登录", logoutSays: "用完公用电脑，请退出。", logout: "退出登录",
};
