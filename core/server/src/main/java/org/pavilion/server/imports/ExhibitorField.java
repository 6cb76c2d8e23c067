package org.pavilion.server.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a column of an exhibitors' table may hold, with the heads that people give such columns. */
public enum ExhibitorField {
    NAME,
    NAME_EN,
    SUMMARY,
    SUMMARY_EN,
    ALIASES,
    ZONE,
    ZONE_EN,
    STAND,
    TAGS,
    ID;

    private static final Map<ExhibitorField, List<String>> HEADS = Map.of(
            NAME,
            heads("企业名称 公司名称 单位名称 参展商 参展单位 机构名称 名称 中文名称 公司 单位"
                    + " name company exhibitor organisation organization companyname namezh chinesename"),
            NAME_EN,
            heads("英文名称 英文名 公司英文名称 企业英文名称 englishname nameen companynameen 名称en 企业名称en 公司名称en companyen"),
            SUMMARY,
            heads("简介 企业简介 公司简介 单位简介 介绍 中文简介 summary description profile about summaryzh"),
            SUMMARY_EN,
            heads("英文简介 英文介绍 englishsummary summaryen 简介en 企业简介en descriptionen englishdescription"),
            ALIASES,
            heads("简称 别名 曾用名 aliases alias shortname aka alsoknownas"),
            ZONE,
            heads("展区 所属展区 展馆 zone area hall section zonezh"),
            ZONE_EN,
            heads("展区英文 英文展区 展区英文名称 zoneen englishzone"),
            STAND,
            heads("展位 展位号 展台号 展台 stand booth boothno boothnumber standno standnumber"),
            TAGS,
            heads("标签 关键词 tags keywords"),
            ID,
            heads("编号 id code exhibitorid"));

    private static List<String> heads(String words) {
        return List.of(words.split(" ", -1));
    }

    /** The field that a head names, whatever its case, spaces and notes in brackets. */
    static Optional<ExhibitorField> guess(String head) {
        var plain = head.replaceAll("(?i)[(（]\\s*(英文|english|en)\\s*[)）]", "en")
                .replaceAll("[(（\\[].*?[)）\\]]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_./:：*-]+", "");
        return HEADS.entrySet().stream()
                .filter(field -> field.getValue().contains(plain))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
