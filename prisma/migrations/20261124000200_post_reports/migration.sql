CREATE TABLE `post_report` (
  `id` CHAR(26) NOT NULL,
  `postId` CHAR(26) NOT NULL,
  `countyCode` VARCHAR(12) NOT NULL,
  `reason` ENUM('FEE', 'FALSE_PAY', 'NOT_HIRING', 'UNLAWFUL', 'FAKE', 'OTHER') NOT NULL,
  `detail` VARCHAR(500) NULL,
  `reporterKey` CHAR(43) NOT NULL,
  `status` ENUM('OPEN', 'UPHELD', 'DISMISSED') NOT NULL DEFAULT 'OPEN',
  `recordedAt` DATETIME(3) NOT NULL,
  `decidedAt` DATETIME(3) NULL,
  `decidedBy` CHAR(26) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `post_report_postId_reason_reporterKey_key` (`postId`, `reason`, `reporterKey`),
  INDEX `post_report_status_countyCode_idx` (`status`, `countyCode`),
  CONSTRAINT `post_report_postId_fkey` FOREIGN KEY (`postId`) REFERENCES `post` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
