package org.pavilion.plugin.policy.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pavilion.api.Text;
import org.pavilion.plugin.policy.engine.Fact.Kind;

/** The facts as people call and ask them; a fact nobody described is asked by its own name. */
public final class Vocabulary {
    /** Names every base answers to. */
    static final List<String> ANY_BASE = List.of("base", "amount");

    /** The facts that name what a cap is counted over. */
    static final List<String> KEYS = List.of("company", "creditProduct", "bank", "product", "programme");

    private static final Map<String, String> KEY_ALIASES = Map.of(
            "enterprise", "company",
            "companyId", "company",
            "creditProductId", "creditProduct",
            "bankId", "bank",
            "productId", "product",
            "program", "programme");

    private static final Map<String, Fact> FACTS = Stream.of(
                    money(
                            "firstEntryContractAmount",
                            "首次进入市场的合同金额",
                            "Contract amount of the first market entry",
                            "首次进入市场的合同金额是多少？",
                            "What is the contract amount of the first market entry?",
                            "contract",
                            "contractAmount"),
                    past(money(
                            "insurancePremiumPaid",
                            "实际缴纳的保费",
                            "Insurance premium paid",
                            "实际缴纳了多少保费？",
                            "How much insurance premium was paid?",
                            "premium",
                            "premiumPaid")),
                    past(money(
                            "actualLoanInterest",
                            "实际支付的贷款利息",
                            "Loan interest actually paid",
                            "实际支付了多少贷款利息？",
                            "How much loan interest was actually paid?",
                            "loanInterest",
                            "interest")),
                    money(
                            "loanInterest",
                            "贷款利息",
                            "Loan interest",
                            "贷款利息是多少？",
                            "How much is the loan interest?",
                            "actualLoanInterest",
                            "interest"),
                    money(
                            "annualBusinessVolume",
                            "年度业务量",
                            "Business volume of the year",
                            "年度业务量是多少？",
                            "What is the business volume of the year?",
                            "volume",
                            "businessVolume"),
                    money(
                            "inclusiveMicroCreditLoans",
                            "普惠小微信用贷款",
                            "Inclusive micro-credit loans",
                            "发放了多少普惠小微信用贷款？",
                            "What amount of inclusive micro-credit loans was granted?",
                            "loans"),
                    money(
                            "deferredMicroLoanPrincipal",
                            "延期还本的普惠小微贷款本金",
                            "Deferred principal of inclusive micro loans",
                            "延期还本的普惠小微贷款本金是多少？",
                            "How much principal of inclusive micro loans was deferred?",
                            "principal"),
                    money(
                            "researchProjectFundingBase",
                            "科研项目经费基数",
                            "Funding base of the research project",
                            "计算间接费用的经费基数是多少？（资料未定义基数）",
                            "What is the funding base for the indirect costs? (The source does not define it.)"),
                    money(
                            "assessedSupport",
                            "核定的支持金额",
                            "Assessed support",
                            "核定的支持金额是多少？（未核定可跳过）",
                            "What amount was assessed? (Skip if there is none yet.)",
                            "assessed",
                            "assessedAmount"),
                    truth(
                            "listedInFirstProductCatalogue",
                            "已列入首创产品目录",
                            "Listed in the first-product catalogue",
                            "产品已列入首创产品目录吗？",
                            "Is the product listed in the first-product catalogue?"),
                    truth(
                            "firstMarketEntry",
                            "首次进入市场",
                            "First market entry",
                            "这是产品首次进入市场吗？",
                            "Is this the product's first market entry?"),
                    truth(
                            "insuredFirstProduct",
                            "为首创产品投保",
                            "The first product is insured",
                            "投保的是首创产品吗？",
                            "Is the insured product a first-of-a-kind product?"),
                    truth(
                            "loanForFirstProductCompany",
                            "首创产品企业的贷款",
                            "Loan of a first-product company",
                            "这是首创产品企业的贷款吗？",
                            "Is it a loan of a first-product company?"),
                    truth(
                            "qualifyingBorrower",
                            "符合条件的借款企业",
                            "Qualifying borrower",
                            "企业符合平台的借款条件吗？",
                            "Does the company qualify as a borrower of the platform?"),
                    truth(
                            "viaPlatform",
                            "经创信融平台获贷",
                            "Borrowed through the Chuangxinrong platform",
                            "贷款是经创信融平台获得的吗？",
                            "Was the loan taken through the Chuangxinrong platform?"),
                    truth("pilotBank", "试点银行", "Pilot bank", "是试点银行吗？", "Is the bank a pilot bank?"),
                    truth(
                            "qualifyingPilotBank",
                            "符合条件的试点银行",
                            "Qualifying pilot bank",
                            "是符合央行资金条件的试点银行吗？",
                            "Is the bank a pilot bank that qualifies for the central-bank funds?"),
                    truth(
                            "deferredInclusiveMicroLoan",
                            "办理了普惠小微贷款延期还本",
                            "Principal of inclusive micro loans was deferred",
                            "为普惠小微贷款办理了延期还本吗？",
                            "Did the bank defer principal of inclusive micro loans?"),
                    truth(
                            "pilot",
                            "属于试点",
                            "Part of the pilot",
                            "项目属于间接费用试点吗？",
                            "Is the project part of the indirect-cost pilot?"),
                    truth(
                            "basicResearch",
                            "基础研究项目",
                            "Basic research",
                            "是基础研究项目吗？",
                            "Is it a project of basic research?"),
                    truth(
                            "someFieldsOnly",
                            "属于适用的部分领域",
                            "In one of the fields covered",
                            "项目属于政策适用的部分领域吗？",
                            "Is the project in one of the fields covered?"),
                    truth(
                            "clinicalTrialEntry",
                            "进入临床试验",
                            "Entered clinical trials",
                            "药品进入临床试验了吗？",
                            "Has the drug entered clinical trials?"),
                    truth(
                            "phase2Complete",
                            "完成二期临床",
                            "Phase II completed",
                            "完成二期临床了吗？",
                            "Has phase II been completed?"),
                    truth(
                            "newDrugApproval",
                            "获批新药",
                            "New drug approved",
                            "获得新药批准了吗？",
                            "Has the new drug been approved?"),
                    truth(
                            "deviceSpecialReview",
                            "进入器械特别审查",
                            "Device in special review",
                            "器械进入特别审查程序了吗？",
                            "Has the device entered special review?"),
                    truth(
                            "class2or3Registration",
                            "取得二类或三类器械注册",
                            "Class II or III registration",
                            "取得二类或三类器械注册了吗？",
                            "Has the device obtained class II or III registration?"),
                    new Fact(
                            "productClass",
                            Kind.CHOICE,
                            new Text("首创级别", "Class of the product"),
                            new Text("产品属于哪一级首创？", "Which class of first product is it?"),
                            List.of(),
                            false),
                    new Fact(
                            "date",
                            Kind.DATE,
                            new Text("发生日期", "Date of the event"),
                            new Text("事项发生在哪一天？", "When did it happen?"),
                            List.of("eventDate", "year"),
                            false),
                    key("company", "企业", "Company"),
                    key("creditProduct", "信贷产品", "Credit product"),
                    key("bank", "银行", "Bank"),
                    key("product", "产品", "Product"),
                    key("programme", "项目", "Programme"))
            .collect(Collectors.toUnmodifiableMap(Fact::name, fact -> fact));

    private static final Map<String, Text> CHOICES = Map.of(
            "international-first", new Text("国际首创", "First in the world"),
            "domestic-first", new Text("国内首创", "First in the country"));

    private Vocabulary() {}

    /** The fact of this name; one nobody described is made up from its name. */
    public static Fact fact(String name, Kind kind) {
        var known = FACTS.get(name);
        if (known != null && known.kind() == kind) {
            return known;
        }
        var words = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return new Fact(name, kind, Text.same(words), Text.same(words + "?"), List.of(), false);
    }

    /** The label of a fact, whatever its kind. */
    public static Text label(String name) {
        var plain = name.substring(name.lastIndexOf('/') + 1);
        return Optional.ofNullable(FACTS.get(plain))
                .orElseGet(() -> fact(plain, Kind.KEY))
                .label();
    }

    /** A choice in words. */
    public static Text choice(String value) {
        return CHOICES.getOrDefault(value, Text.same(value));
    }

    /** What amounts under this base are: two bases of one unit are the same money. */
    public static String unit(String base) {
        return base.equals("actualLoanInterest") ? "loanInterest" : base;
    }

    /** All names under which an amount of this base may be given, its own first. */
    static List<String> spellings(String base) {
        var names = new ArrayList<String>();
        names.add(base);
        names.addAll(fact(base, Kind.MONEY).aliases());
        names.addAll(ANY_BASE);
        return List.copyOf(names);
    }

    /** All names under which a rule's amount may be given. */
    public static List<String> spellings(Rule rule) {
        return rule.base().map(Vocabulary::spellings).orElse(List.of());
    }

    /** The key fact meant by a name, if it is one. */
    static Optional<String> key(String name) {
        var plain = KEY_ALIASES.getOrDefault(name, name);
        return KEYS.contains(plain) ? Optional.of(plain) : Optional.empty();
    }

    private static Fact money(String name, String zh, String en, String askZh, String askEn, String... aliases) {
        return new Fact(name, Kind.MONEY, new Text(zh, en), new Text(askZh, askEn), List.of(aliases), false);
    }

    private static Fact past(Fact fact) {
        return new Fact(fact.name(), fact.kind(), fact.label(), fact.question(), fact.aliases(), true);
    }

    private static Fact truth(String name, String zh, String en, String askZh, String askEn) {
        return new Fact(name, Kind.TRUTH, new Text(zh, en), new Text(askZh, askEn), List.of(), false);
    }

    private static Fact key(String name, String zh, String en) {
        return new Fact(name, Kind.KEY, new Text(zh, en), new Text(zh + "？", en + "?"), List.of(), false);
    }
}
