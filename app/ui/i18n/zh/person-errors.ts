export const personErrors = {
  "person-name-short": "请写姓名，和身份证上的一样",
  "person-name-wrong": "姓名里不能有数字和符号，请按身份证填写",
  "mobile-form": "手机号不对，请填 11 位手机号",
  "id-excel-damaged": "身份证号变成了科学计数法，后几位已丢失，请重新输入 18 位号码",
  "id-excel-rounded": "身份证号末几位变成了 0，请对照身份证重新输入",
  "id-fifteen-digits": "15 位的旧身份证号已停用，请填 18 位号码",
  "id-length": "身份证号是 18 位，请数一数",
  "id-characters": "身份证号只有数字，末位可以是 X",
  "id-birth-date": "身份证号里的出生日期不存在，请对照身份证重填",
  "id-checksum": "身份证号不对，多半抄错了一位，请对照身份证重填",
  "born-later": "身份证号里的出生日期在今天以后，请对照身份证重填",
  "under-sixteen": "未满 16 周岁，按劳动法不能登记求职",
};
