ALTER TABLE `certificate`
  ADD COLUMN `decidedBy` CHAR(26) NULL,
  ADD COLUMN `decidedAt` DATETIME(3) NULL,
  ADD COLUMN `decisionReason` VARCHAR(300) NULL;
CREATE INDEX `certificate_verification_recordedAt_idx` ON `certificate` (`verification`, `recordedAt`);

CREATE TABLE `private_file` (
  `id` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `certificateId` CHAR(26) NOT NULL,
  `slot` INT NOT NULL,
  `contentKey` CHAR(43) NOT NULL,
  `mimeType` VARCHAR(20) NOT NULL,
  `width` INT NOT NULL,
  `height` INT NOT NULL,
  `byteCount` INT NOT NULL,
  `dataEnc` MEDIUMBLOB NOT NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `private_file_personId_slot_key` (`personId`, `slot`),
  UNIQUE INDEX `private_file_certificateId_contentKey_key` (`certificateId`, `contentKey`),
  CONSTRAINT `private_file_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `private_file_certificateId_fkey` FOREIGN KEY (`certificateId`) REFERENCES `certificate` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `private_file_slot_check` CHECK (`slot` BETWEEN 1 AND 10)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
