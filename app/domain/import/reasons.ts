/** Why a row or a cell was not taken, in the words of the rejects file. */
export const REASONS = {
  "unclosed-quote": ["引号没有闭合，这一行读不准", "a quote is not closed, the line cannot be read for sure"],
  "cut-row": ["文件在这一行中断", "the file breaks off in this row"],
  "extra-cells": ["单元格比表头多，可能错列", "more cells than the header has, columns may have shifted"],
  "title-missing": ["没有岗位名称", "no job title"],
  "title-long": ["岗位名称超过120字", "the job title has more than 120 characters"],
  "employer-missing": ["没有单位名称", "no employer"],
  "employer-long": ["单位名称超过120字", "the employer's name has more than 120 characters"],
  "place-missing": ["没有写工作地点", "no place of work is given"],
  "place-anywhere": ["没有固定地点（全国、异地或远程）", "no one place (nationwide, elsewhere or remote)"],
  "place-no-known-name": ["地点里没有省、市、县名", "the place names no province, city or county"],
  "place-ambiguous": ["不止一个地方叫这个名字，请写上市名", "several places bear this name, add the city"],
  "place-damaged": ["地点有乱码", "characters of the place are lost"],
  "place-country-unlisted": ["国家或地区不在区划表里", "the country is not in the list of regions"],
  "wage-damaged": ["工资有乱码", "characters of the wage are lost"],
  "wage-no-number": ["工资里没有数字", "the wage has no number"],
  "wage-no-period": ["看不出是日薪还是月薪", "it cannot be told whether the wage is by day or month"],
  "wage-reversed": ["工资的下限高于上限", "the wage's lower end is above its upper end"],
  "wage-implausible": ["工资按所写单位不合常理（每月低于300元或高于10万元）", "the wage makes no sense in the unit given (below 300 or above 100,000 yuan a month)"],
  "wage-unknown-words": ["工资里有看不懂的字", "the wage holds words that are not understood"],
  "education-damaged": ["学历有乱码", "characters of the education are lost"],
  "education-unknown-words": ["学历看不懂", "the education is not understood"],
  "education-unknown-code": ["学历代码含义不明", "the meaning of the education code is not known"],
  "experience-unreadable": ["经验看不懂", "the experience is not understood"],
  "openings-unreadable": ["人数看不懂", "the number of openings is not understood"],
  "published-unreadable": ["发布日期看不懂", "the date of publication is not understood"],
  "valid-until-unreadable": ["有效期看不懂", "the end of validity is not understood"],
  "stream-unknown": ["岗位类型看不懂，按市场岗位处理", "the stream is not understood, taken as a market post"],
  "stream-by-bureau": ["公益性岗位、以工代赈岗位不能批量导入", "welfare and workfare posts are not imported in bulk"],
  "description-cut": ["描述超过16000字，只留前面部分", "the description has more than 16,000 characters, the rest was left off"],
  "credit-code-wrong": ["统一社会信用代码不对", "the credit code is wrong"],
  "name-missing": ["没有姓名", "no name"],
  "person-withdrew": ["本人已注销并删除资料，要本人同意重新登记", "this person has withdrawn and was deleted; only they themselves can register again"],
  "name-wrong": ["姓名不对（含数字、符号，或过长）", "the name is wrong (figures, signs, or too long)"],
  "id-empty": ["没有身份证号", "no resident ID"],
  "id-excel-damaged": ["身份证号被表格软件改成了科学计数法，后几位已丢失，请按文本重新填写", "the spreadsheet turned the resident ID into a number like 1.4E+17 and lost its end; fill it in again as text"],
  "id-excel-rounded": ["身份证号末位被表格软件抹成了0，请按文本重新填写", "the spreadsheet rounded the resident ID's end to zeros; fill it in again as text"],
  "id-fifteen-digits": ["15位旧身份证号，2013年起已停用", "a 15-digit resident ID, out of use since 2013"],
  "id-length": ["身份证号不是18位", "the resident ID does not have 18 characters"],
  "id-characters": ["身份证号里有不该有的字符", "the resident ID holds wrong characters"],
  "id-birth-date": ["身份证号里的出生日期不存在", "the birth date in the resident ID does not exist"],
  "id-checksum": ["身份证号校验码不对，可能抄错", "the resident ID's check character is wrong, it may be miscopied"],
  "id-two-names": ["本文件前面有同号而姓名不同的人", "the same resident ID stands earlier in this file with another name"],
  "sex-differs": ["性别与身份证号不符", "the sex is not that of the resident ID"],
  "under-sixteen": ["未满16周岁", "younger than 16"],
  "born-later": ["出生日期在今天之后", "born after today"],
  "home-missing": ["没有户籍地", "no home region"],
  "home-unknown": ["户籍地看不懂", "the home region is not understood"],
  "home-no-county": ["户籍地没有写到县", "the home region does not name a county"],
  "known-elsewhere": ["此人登记在别的地方，不归您管；请先请那边或上级转过来", "this person is registered elsewhere, outside your region; ask that bureau or the level above to move them first"],
  "home-outside": ["户籍地不在您的管理范围", "the home region is outside yours"],
  "phone-wrong": ["手机号不对，未保存", "the phone number is wrong and was not kept"],
  "category-unknown": ["人员类别看不懂", "the category is not understood"],
  "monitored-kind-missing": ["监测户没有写明类别（脱贫不稳定、边缘易致贫、突发严重困难）", "the kind of monitored household is not given (unstable, marginal, sudden)"],
  "labour-capacity-unknown": ["劳动能力看不懂", "the labour capacity is not understood"],
  "can-leave-unknown": ["能否外出看不懂", "whether the person can leave is not understood"],
  "certificate-incomplete": ["证书要有名称、编号、发证机构和发证日期才能保存", "a certificate needs a name, number, issuer and date to be kept"],
  "certificate-unknown": ["证书对应的职业不认识", "the certificate's occupation is not known"],
  "certificate-level-unknown": ["证书等级看不懂", "the certificate's level is not understood"],
  "certificate-of-another": ["这个证书编号已属于另一人", "another person holds a certificate of this number"],
  "brand-unknown": ["没有登记过这个劳务品牌", "no such labour brand is registered"],
  "skill-unknown": ["手艺里没有认识的手艺名称", "no known craft is named in the skills"],
  "wish-occupation-unknown": ["意向岗位不认识", "the wished occupation is not known"],
  "wish-wage-unreadable": ["期望薪资看不懂", "the wished wage is not understood"],
  "wish-place-unknown": ["意向地区看不懂", "the wished place is not understood"],
  "available-from-unreadable": ["可到岗日期看不懂", "the available date is not understood"],
  "file-cut": ["文件从这里起损坏，后面的没有读到", "the file is damaged from here on, the rest was not read"],
  "file-too-large": ["文件解压后太大", "the file is too large when unpacked"],
  "row-too-wide": ["这一行太长或列太多，从这里起没有读", "this row is too long or has too many columns, nothing was read from here on"],
  "not-stored": ["数据库没有接受这一行", "the database did not take this row"],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type ReasonCode = keyof typeof REASONS;

/** Why a file could not be read at all. */
export const FILE_FAULTS = {
  "not-found": ["找不到文件", "the file is not there"],
  empty: ["文件是空的", "the file is empty"],
  "no-header": ["没有表头", "there is no header"],
  "not-a-table": ["不是表格文件（要 CSV、CSV.GZ 或 XLSX）", "not a table (CSV, CSV.GZ or XLSX is needed)"],
  "old-excel-or-locked": ["是旧版 .xls 或加密的表格，请另存为不加密的 .xlsx", "an old .xls or a locked workbook; save it as .xlsx without a password"],
  macros: ["表格含有宏，请另存为 .xlsx", "the workbook holds macros; save it as .xlsx"],
  "zip-damaged": ["表格文件已损坏", "the workbook is damaged"],
  "too-large": ["文件解压后太大", "the file is too large when unpacked"],
  "zip-bomb": ["压缩比异常，拒绝打开", "the compression ratio is abnormal, the file was not opened"],
  "too-wide": ["一行太长，或列太多", "a line is too long, or has too many columns"],
  cut: ["文件一开头就损坏", "the file is damaged from its beginning"],
  "row-damaged": ["有一行读不准，什么都没有保存", "a row cannot be read for sure, nothing was kept"],
  "no-rows": ["表头下面没有内容", "there is nothing under the header"],
  "no-codes": ["没有一行的职业编码能看懂（如 6-18-02-04）", "no row has an occupation code that can be read (such as 6-18-02-04)"],
  "title-missing": ["有一行没有岗位名称，什么都没有保存", "a row has no job title, nothing was kept"],
  "title-long": ["有一行的岗位名称超过500字，什么都没有保存", "a row's job title has more than 500 characters, nothing was kept"],
  "edition-unknown": ["没有这一版职业分类，请先运行 npm run migrate", "this edition of the classification is not there; run npm run migrate first"],
  "columns-missing": ["表头缺少必需的列", "the header lacks columns that are needed"],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type FileFault = keyof typeof FILE_FAULTS;

/** `中文 English`, as the rejects file shows it. */
export function reasonText(code: ReasonCode): string {
  return REASONS[code].join(" ");
}

export interface Complaint<F extends string = string> {
  field: F | null;
  value: string;
  reason: ReasonCode;
}
