/** What went wrong in recruiting; they stand beside the others under `errors`. */
export const recruitErrors = {
  "name-short": "请写单位全称，和营业执照上的一样",
  "credit-code-excel-damaged": "代码被表格软件改成了科学计数法，请照营业执照重新填写",
  "credit-code-length": "统一社会信用代码是 18 位，请核对",
  "credit-code-characters": "代码里没有字母 I、O、S、V、Z，请核对有没有抄错",
  "credit-code-checksum": "代码校验不对，可能抄错一位，请照营业执照核对",
  "credit-code-registered": "这个信用代码已经登记过了。忘了密码，或者账号不是您开的，请联系当地人社部门",
  "licence-needed": "经营性机构请填写人力资源服务许可证编号",
  "phone-form": "电话号码不对，请填 11 位手机号，或带区号的座机",
  "password-short": "密码至少 10 个字符",
  "password-guessable": "密码里不要有信用代码或电话号码",
};
