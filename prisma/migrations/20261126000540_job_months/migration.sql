CREATE TABLE `job_month` (
  `id` CHAR(26) NOT NULL,
  `placementId` CHAR(26) NOT NULL,
  `month` CHAR(7) NOT NULL,
  `days` INTEGER NOT NULL,
  `saidByRole` ENUM('SEEKER', 'EMPLOYER', 'OFFICER', 'AGENT', 'OPERATOR', 'ADMIN', 'SYSTEM') NOT NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `job_month_placementId_month_key` (`placementId`, `month`),
  CONSTRAINT `job_month_days_check` CHECK (`days` BETWEEN 0 AND 31),
  CONSTRAINT `job_month_placementId_fkey` FOREIGN KEY (`placementId`) REFERENCES `placement` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
