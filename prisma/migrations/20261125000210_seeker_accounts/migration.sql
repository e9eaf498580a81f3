ALTER TABLE `user_account` MODIFY `passwordHash` VARCHAR(120) NULL;
CREATE UNIQUE INDEX `user_account_personId_key` ON `user_account` (`personId`);

CREATE TABLE `known_device` (
  `userId` CHAR(26) NOT NULL,
  `deviceHash` CHAR(43) NOT NULL,
  `firstSeenAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`userId`, `deviceHash`),
  CONSTRAINT `known_device_userId_fkey` FOREIGN KEY (`userId`) REFERENCES `user_account` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `identity_check` (
  `id` CHAR(26) NOT NULL,
  `personId` CHAR(26) NOT NULL,
  `result` ENUM('MATCH', 'MISMATCH', 'UNAVAILABLE', 'CARD_SEEN') NOT NULL,
  `verifier` VARCHAR(40) NOT NULL,
  `byUserId` CHAR(26) NULL,
  `checkedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  INDEX `identity_check_personId_checkedAt_idx` (`personId`, `checkedAt`),
  CONSTRAINT `identity_check_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
