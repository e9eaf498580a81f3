CREATE TABLE `post_view` (
  `postId` CHAR(26) NOT NULL,
  `views` INTEGER NOT NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`postId`),
  CONSTRAINT `post_view_postId_fkey` FOREIGN KEY (`postId`) REFERENCES `post` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `pay_report` (
  `id` CHAR(26) NOT NULL,
  `placementId` CHAR(26) NOT NULL,
  `postId` CHAR(26) NOT NULL,
  `month` CHAR(7) NOT NULL,
  `monthlyFen` INTEGER NOT NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `pay_report_placementId_month_key` (`placementId`, `month`),
  INDEX `pay_report_postId_idx` (`postId`),
  CONSTRAINT `pay_report_placementId_fkey` FOREIGN KEY (`placementId`) REFERENCES `placement` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `pay_report_postId_fkey` FOREIGN KEY (`postId`) REFERENCES `post` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `pay_report_pay_check` CHECK (`monthlyFen` >= 0)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
