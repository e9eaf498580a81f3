-- An account that a bureau opens is its owner's once they have set a password by the link in a text message.
CREATE TABLE `account_invitation` (
  `id` CHAR(26) NOT NULL,
  `userId` CHAR(26) NOT NULL,
  `tokenHash` CHAR(43) NOT NULL,
  `openKey` CHAR(26) NULL,
  `phoneMasked` VARCHAR(20) NOT NULL,
  `invitedBy` CHAR(26) NULL,
  `createdAt` DATETIME(3) NOT NULL,
  `expiresAt` DATETIME(3) NOT NULL,
  `usedAt` DATETIME(3) NULL,
  PRIMARY KEY (`id`),
  UNIQUE INDEX `account_invitation_tokenHash_key` (`tokenHash`),
  UNIQUE INDEX `account_invitation_openKey_key` (`openKey`),
  INDEX `account_invitation_userId_createdAt_idx` (`userId`, `createdAt`),
  CONSTRAINT `account_invitation_used` CHECK (`usedAt` IS NULL OR `openKey` IS NULL),
  CONSTRAINT `account_invitation_userId_fkey` FOREIGN KEY (`userId`) REFERENCES `user_account` (`id`) ON DELETE CASCADE ON UPDATE RESTRICT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
