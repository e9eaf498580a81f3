CREATE INDEX `target_count_year_caliberCode_countedOn_countyCode_idx` ON `target_count` (`year`, `caliberCode`, `countedOn`, `countyCode`);
