export const jobsDeskErrors = { "nothing-set-aside": "这里已没有放在一边的任务：可能已有人点过“再试”" };
