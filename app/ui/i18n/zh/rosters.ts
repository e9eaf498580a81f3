import type { RosterState } from "#app/domain/roster/roster.ts";

export const rosters = {
  title: "花名册", says: "传一份名单，先看清会发生什么，再并入。按身份证号认人，同一个人不会变成两个。",
  category: "名单上都是什么人", categorySays: "表里没有写类别时，按这里的算。", categoryByRows: "表里写了，按表里的", site: "集中安置点", siteSays: "整张名单都在一个安置点时选。", siteByRows: "表里写了，或不涉及",
  file: "选择文件", fileSays: "XLSX 或 CSV，最多一百万行。身份证号要按文本填写，否则表格软件会把后几位改成 0。", template: "下载空白模板", send: "上传",
  list: "传过的名单", none: "还没有传过。", fileName: "文件", state: "到哪一步", at: "上传时间", region: "辖区", rows: "行数", by: "上传人", size: "大小",
  states: { RECEIVING: "正在接收", READING: "正在读表头", MAPPING: "等您核对各列", CHECKING: "正在核对", CHECKED: "等您决定并入", TAKING: "正在并入", DONE: "已并入", FAILED: "没有读成", CANCELLED: "已取消" } satisfies Record<RosterState, string>,
  leads: {
    RECEIVING: "文件还没有传完。", READING: "正在打开文件，找表头。", MAPPING: "请看每一列是什么意思。认错了就改，下次会记得。", CHECKING: "正在逐行核对，还没有写入任何东西。",
    CHECKED: "下面是并入以后会发生的事。还没有写入任何东西。", TAKING: "正在并入，可以离开这一页。", DONE: "名单已并入。", FAILED: "什么都没有写入。", CANCELLED: "已停下。停下以前已并入的人仍在库里。",
  } satisfies Record<RosterState, string>,
  progress: "已到第 {{rows}} 行，后面是读了多少 KB", refresh: "看最新进度", stopping: "正在停下，等手上这一批写完。", again: "换一个文件再传",
  people: "人", lines: "行", imported: "新增", updated: "有变动", unchanged: "没有变化", rejected: "没有采用", wouldImport: "会新增", wouldUpdate: "会变动", updatedSays: "其中 {{n}} 人与我们的记录说法不同", notedSays: "另有 {{n}} 行少采用了一两格",
  take: "并入这 {{n}} 人", takeNone: "并入也不会有变化：能采用的行，库里都已是这样。要改就改各列的意思再核对，或传改好的文件。", keep: "哪些项以我们的记录为准", keepSays: "打勾的项不改。本人自己填过的，一律不改。",
  differences: "与我们的记录不同", differencesSays: "{{n}} 人说法不同，下面列前 {{shown}} 人，两边并排。", line: "行号", person: "姓名", field: "哪一项", ours: "我们的记录", theirs: "名单上", nothing: "（空）", months: "{{n}} 个月",
  rejectedSays: "这些行没有采用，其余照常并入。把下面的文件改好，直接再传一次就行。", reasons: "没有采用的原因", firstLines: "最前面的几行", why: "原因", column: "列",
  reports: { REJECTS: "下载没有采用的行（可改好再传）", NOTES: "下载少采用了几格的行", DIFFERENCES: "下载全部不同之处" },
  columns: "各列的意思", columnsSays: "姓名、身份证号和户籍地（县、乡镇、地址或区划代码之一）必须有。", columnName: "表头", firstCells: "前几格", means: "意思是", meansOf: "“{{name}}”的意思", leaveOut: "不用这一列", unnamed: "第 {{n}} 列",
  check: "逐行核对", checkAgain: "改了，重新核对", cancel: "不要这份名单了", cancelSays: "停下这份名单。已经并入的人不会退回。", cancelButton: "停下", about: "这份文件", broken: "文件在第 {{line}} 行损坏，后面的没有读到。",
  fields: { name: "姓名", phone: "手机号", education: "文化程度", home: "户籍地", labourCapacity: "劳动能力", canLeave: "能否外出", experience: "工作年限" }, otherName: "{{name}}（名字不同）", values: { yes: "能", no: "不能", education_NONE: "没有填" },
};
