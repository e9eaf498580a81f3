/** The last text message to somebody who has withdrawn. */
export const PERSON_DELETED_SMS = "【晋岗通】您的账号和个人资料已按您的要求删除，手机号也不再保留。就业台账只留没有姓名的记录。如非本人操作，请速打 12333。";
