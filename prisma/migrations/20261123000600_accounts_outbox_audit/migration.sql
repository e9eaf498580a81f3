CREATE TABLE `user_account` (
  `id` CHAR(26) NOT NULL,
  `username` VARCHAR(60) NOT NULL,
  `displayName` VARCHAR(60) NOT NULL,
  `passwordHash` VARCHAR(120) NOT NULL,
  `role` ENUM('SEEKER', 'EMPLOYER', 'OFFICER', 'AGENT', 'OPERATOR', 'ADMIN', 'SYSTEM') NOT NULL,
  `regionCode` VARCHAR(12) NULL,
  `personId` CHAR(26) NULL,
  `employerId` CHAR(26) NULL,
  `status` ENUM('ACTIVE', 'LOCKED') NOT NULL DEFAULT 'ACTIVE',
  `demo` BOOLEAN NOT NULL DEFAULT false,
  `recordedAt` DATETIME(3) NOT NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `user_account_username_key` (`username`),
  CONSTRAINT `user_account_personId_fkey` FOREIGN KEY (`personId`) REFERENCES `person` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT,
  CONSTRAINT `user_account_employerId_fkey` FOREIGN KEY (`employerId`) REFERENCES `employer` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `login_session` (
  `id` CHAR(43) NOT NULL,
  `userId` CHAR(26) NOT NULL,
  `createdAt` DATETIME(3) NOT NULL,
  `seenAt` DATETIME(3) NOT NULL,
  `expiresAt` DATETIME(3) NOT NULL,
  `userAgent` VARCHAR(200) NULL,
  PRIMARY KEY (`id`),
  INDEX `login_session_userId_idx` (`userId`),
  INDEX `login_session_expiresAt_idx` (`expiresAt`),
  CONSTRAINT `login_session_userId_fkey` FOREIGN KEY (`userId`) REFERENCES `user_account` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `outbox_event` (
  `id` CHAR(26) NOT NULL,
  `event` VARCHAR(60) NOT NULL,
  `subjectId` VARCHAR(40) NOT NULL,
  `recordedAt` DATETIME(3) NOT NULL,
  `expandedAt` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  INDEX `outbox_event_expandedAt_id_idx` (`expandedAt`, `id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `outbox_delivery` (
  `eventId` CHAR(26) NOT NULL,
  `consumer` VARCHAR(40) NOT NULL,
  `subjectId` VARCHAR(40) NOT NULL,
  `attempts` INTEGER NOT NULL DEFAULT 0,
  `claimedUntil` DATETIME(3) NULL,
  `doneAt` DATETIME(3) NULL,
  `quarantinedAt` DATETIME(3) NULL,
  `lastError` VARCHAR(500) NULL,
  PRIMARY KEY (`eventId`, `consumer`),
  INDEX `outbox_delivery_consumer_doneAt_quarantinedAt_claimedUntil_idx` (`consumer`, `doneAt`, `quarantinedAt`, `claimedUntil`),
  CONSTRAINT `outbox_delivery_eventId_fkey` FOREIGN KEY (`eventId`) REFERENCES `outbox_event` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `audit_entry` (
  `id` CHAR(26) NOT NULL,
  `at` DATETIME(3) NOT NULL,
  `userId` CHAR(26) NULL,
  `role` ENUM('SEEKER', 'EMPLOYER', 'OFFICER', 'AGENT', 'OPERATOR', 'ADMIN', 'SYSTEM') NOT NULL,
  `regionCode` VARCHAR(12) NULL,
  `action` VARCHAR(60) NOT NULL,
  `purpose` VARCHAR(120) NOT NULL,
  `subjectType` VARCHAR(40) NOT NULL,
  `subjectId` VARCHAR(40) NOT NULL,
  `outcome` VARCHAR(40) NOT NULL,
  `requestId` VARCHAR(40) NULL,
  PRIMARY KEY (`id`),
  INDEX `audit_entry_subjectType_subjectId_idx` (`subjectType`, `subjectId`),
  INDEX `audit_entry_at_idx` (`at`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE `import_run` (
  `id` CHAR(26) NOT NULL,
  `kind` VARCHAR(20) NOT NULL,
  `source` VARCHAR(40) NOT NULL,
  `fileName` VARCHAR(200) NOT NULL,
  `startedAt` DATETIME(3) NOT NULL,
  `finishedAt` DATETIME(3) NULL,
  `totalRows` INTEGER NOT NULL DEFAULT 0,
  `imported` INTEGER NOT NULL DEFAULT 0,
  `updated` INTEGER NOT NULL DEFAULT 0,
  `unchanged` INTEGER NOT NULL DEFAULT 0,
  `rejected` INTEGER NOT NULL DEFAULT 0,
  `result` JSON NULL,
  `userId` CHAR(26) NULL,
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
