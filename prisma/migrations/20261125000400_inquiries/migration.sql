CREATE TABLE `inquiry` (
  `id` CHAR(26) NOT NULL,
  `postId` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `toBureau` BOOLEAN NOT NULL,
  `lastSeq` INTEGER NOT NULL,
  `waitingSince` DATETIME(3) NULL,
  `remindedAt` DATETIME(3) NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `updatedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `inquiry_postId_personId_key` (`postId`, `personId`),
  INDEX `inquiry_personId_idx` (`personId`),
  INDEX `inquiry_waitingSince_idx` (`waitingSince`),
  CONSTRAINT `inquiry_postId_fkey` FOREIGN KEY (`postId`) REFERENCES `post` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `inquiry_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `inquiry_message` (
  `inquiryId` CHAR(26) NOT NULL,
  `seq` INTEGER NOT NULL,
  `saidByRole` ENUM('SEEKER', 'EMPLOYER', 'OFFICER', 'AGENT', 'OPERATOR', 'ADMIN', 'SYSTEM') NOT NULL,
  `saidByUserId` CHAR(26) NULL,
  `codes` JSON NOT NULL,
  `text` VARCHAR(300) NULL,
  `waitedMinutes` INTEGER NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`inquiryId`, `seq`),
  CONSTRAINT `inquiry_message_inquiryId_fkey` FOREIGN KEY (`inquiryId`) REFERENCES `inquiry` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
