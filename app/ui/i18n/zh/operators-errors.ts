export const operatorsErrors = {
  "operator-name": "请填姓名或岗位",
  "operator-username": "用户名要 4 到 40 个小写字母、数字、点、短横或下划线，字母开头",
  "operator-username-taken": "这个用户名有人用了，请换一个",
  "operator-place": "请选您辖区的一家培训机构或一个劳务品牌",
  "operator-body-over": "这家培训机构的核准已经到期或撤销，先重新核准",
  "operator-closed": "账号停用着，先恢复再邀请",
  "invitation-over": "这个链接已经用过、过期或被新的代替，请人社部门再发一次",
  "password-user-name": "密码里不要用用户名",
};
