CREATE TABLE `welfare_plan` (
  `id` CHAR(26) NOT NULL,
  `caseId` CHAR(26) NOT NULL,
  `contractUntil` DATE NOT NULL,
  `mark` INTEGER NOT NULL,
  `marketPostIds` JSON NOT NULL,
  `otherPostId` CHAR(26) NULL,
  `choice` ENUM('MARKET', 'TRAINING', 'ANOTHER_POST', 'RENEW', 'RETIRE') NULL,
  `note` VARCHAR(300) NULL,
  `raisedAt` DATETIME(3) NOT NULL,
  `decidedBy` CHAR(26) NULL,
  `decidedAt` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `welfare_plan_caseId_contractUntil_mark_key` (`caseId`, `contractUntil`, `mark`),
  CONSTRAINT `welfare_plan_caseId_fkey` FOREIGN KEY (`caseId`) REFERENCES `welfare_case` (`id`) ON DELETE RESTRICT ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
