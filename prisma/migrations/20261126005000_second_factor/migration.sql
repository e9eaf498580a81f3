-- A session's secret changes while it lasts; the one before holds until the new one has been seen.
ALTER TABLE `login_session`
  ADD COLUMN `role` ENUM('SEEKER', 'EMPLOYER', 'OFFICER', 'AGENT', 'OPERATOR', 'ADMIN', 'SYSTEM') NULL,
  ADD COLUMN `factorAt` DATETIME(3) NULL,
  ADD COLUMN `renewedAt` DATETIME(3) NULL;

CREATE TABLE `session_secret` (
  `hash` CHAR(43) NOT NULL,
  `sessionId` CHAR(43) NOT NULL,
  `issuedAt` DATETIME(3) NOT NULL,
  `seenAt` DATETIME(3) NULL,
  `endsAt` DATETIME(3) NULL,
  PRIMARY KEY (`hash`),
  INDEX `session_secret_sessionId_idx` (`sessionId`),
  CONSTRAINT `session_secret_sessionId_fkey` FOREIGN KEY (`sessionId`) REFERENCES `login_session` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO `session_secret` (`hash`, `sessionId`, `issuedAt`, `seenAt`) SELECT `id`, `id`, `createdAt`, `seenAt` FROM `login_session`;

CREATE TABLE `second_factor` (
  `userId` CHAR(26) NOT NULL,
  `secretEnc` VARBINARY(250) NULL,
  `nextSecretEnc` VARBINARY(250) NULL,
  `confirmedAt` DATETIME(3) NULL,
  `lastStep` INTEGER NOT NULL DEFAULT 0,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`userId`),
  CONSTRAINT `second_factor_confirmed` CHECK ((`confirmedAt` IS NULL) = (`secretEnc` IS NULL)),
  CONSTRAINT `second_factor_userId_fkey` FOREIGN KEY (`userId`) REFERENCES `user_account` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `recovery_code` (
  `userId` CHAR(26) NOT NULL,
  `codeHash` CHAR(43) NOT NULL,
  `usedAt` DATETIME(3) NULL,
  PRIMARY KEY (`userId`, `codeHash`),
  CONSTRAINT `recovery_code_userId_fkey` FOREIGN KEY (`userId`) REFERENCES `user_account` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
