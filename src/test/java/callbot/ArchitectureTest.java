package callbot;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beFinal;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shape of the program: what may use what, and what must not exist. */
class ArchitectureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("callbot");

    /** Types of the JDK whose values do not change, or are only ever made by {@code of}. */
    private static final String CONSTANT =
            "java\\.lang\\.String|java\\.time\\..*|java\\.util\\.(List|Set|Map|Comparator)"
                    + "|java\\.util\\.(HexFormat|Base64\\$(En|De)coder|regex\\.Pattern|function\\..*)|java\\.net\\.URI|com\\.fasterxml\\..*\\.JSON";

    @ParameterizedTest(name = "{0} uses nothing of ours but \"{1}\"")
    @CsvSource({
        "json,     ''",
        "text,     ''",
        "card,     json text",
        "trace,    json",
        "http,     json",
        "store,    json",
        "command,  json",
        "tunnel,   json",
        "webex,    card trace json text",
        "webhook,  http store trace webex json",
        "signin,   card http store webex json text",
        "call,     card command signin store tunnel webhook webex json text",
        "line,     command signin store webex json",
        "upkeep,   call line signin store tunnel webhook webex json",
        "chat,     card call command line signin trace tunnel webhook store webex json text",
        "metrics,  http store trace webex json",
        "check,    root http signin store trace tunnel webex json",
        "sandbox,  root http store webhook json"
    })
    void packagesDependInOneDirection(String user, String used) {
        Set<String> allowed = Set.of((user + " " + used).split(" "));
        check(noClasses()
                .that(describe("are in " + user, type -> packageOf(type).equals(user)))
                .should()
                .dependOnClassesThat(describe(
                        "are in another package of ours", type -> isOurs(type) && !allowed.contains(packageOf(type)))));
    }

    @ParameterizedTest(name = "{0} is seen by {1} alone")
    @CsvSource({
        "callbot\\.sandbox\\..*,             callbot\\.(Main|sandbox\\..*)",
        "com\\.fasterxml\\..*,               callbot\\.json\\..*",
        "com\\.sun\\.net\\.httpserver\\..*,  callbot\\.(http|sandbox\\.web)\\..*",
        "io\\.github\\.cdimascio\\..*,       callbot\\.Config",
        "redis\\.clients\\..*,               callbot\\.store\\.Redis\\w+"
    })
    void eachLibraryIsSeenByTheOneThatWrapsIt(String library, String wrapper) {
        check(outside(wrapper)
                .should()
                .dependOnClassesThat(
                        describe("match " + library, type -> type.getName().matches(library))));
    }

    @ParameterizedTest(name = "in the sandbox, {0} uses nothing of it but \"{1}\"")
    @CsvSource({
        "base,       ''",
        "traffic,    ''",
        "web,        ''",
        "api,        base traffic web",
        "accounts,   base api web",
        "webhooks,   base traffic api",
        "messaging,  base api accounts webhooks",
        "calls,      base api accounts webhooks",
        "line,       base api webhooks",
        "webex,      base traffic web api accounts webhooks messaging calls line",
        "page,       base web accounts messaging calls line webex",
        "wire,       base traffic web api accounts webex page",
        "faults,     base traffic web api accounts webhooks webex page wire"
    })
    void thePartsOfTheSandboxDependInOneDirection(String user, String used) {
        Set<String> allowed = Set.of((user + " " + used).split(" "));
        check(noClasses()
                .that(describe(
                        "are in sandbox." + user, type -> partOfSandbox(type).equals(user)))
                .should()
                .dependOnClassesThat(describe(
                        "are in another part of the sandbox",
                        type -> packageOf(type).equals("sandbox") && !allowed.contains(partOfSandbox(type)))));
    }

    @ParameterizedTest(name = "in {0}, the room {1} uses nothing of it but \"{2}\"")
    @CsvSource({
        "call,           '',           card",
        "call,           card,         ''",
        "call,           feed,         call card",
        "chat,           '',           account call failure line recording",
        "chat,           account,      call failure line recording",
        "chat,           call,         failure",
        "chat,           line,         failure recording",
        "chat,           recording,    failure",
        "chat,           failure,      ''",
        "command,        '',           value",
        "command,        parser,       command natural value",
        "command,        natural,      command value",
        "command,        value,        ''",
        "sandbox.calls,  '',           session switchboard",
        "sandbox.calls,  session,      ''",
        "sandbox.calls,  switchboard,  session",
        "webex,          '',           ''",
        "webex,          messaging,    webex",
        "webex,          calling,      webex",
        "webex,          line,         webex calling"
    })
    void theRoomsOfAPackageDependInOneDirection(String house, String room, String used) {
        String itself = room.isEmpty() ? house : room;
        Set<String> allowed = Set.of((itself + " " + used).strip().split(" "));
        check(noClasses()
                .that(describe("are in this room", type -> roomOf(type, house).equals(itself)))
                .should()
                .dependOnClassesThat(describe(
                        "are in another room",
                        type -> !roomOf(type, house).isEmpty() && !allowed.contains(roomOf(type, house)))));
    }

    /** What simulates Webex shares nothing with the bot but JSON and what HTTP is, so that it does not share its mistakes. */
    @Test
    void onlyTheOutermostPartOfTheSandboxKnowsTheBot() {
        String shared = "callbot\\.(sandbox|json)\\..*|callbot\\.http\\.(Request|Response|Limits)";
        check(noClasses()
                .that(describe(
                        "are in a part of the sandbox",
                        type -> packageOf(type).equals("sandbox")
                                && !partOfSandbox(type).isEmpty()))
                .should()
                .dependOnClassesThat(describe(
                        "are of the bot",
                        type -> isOurs(type)
                                && !type.getBaseComponentType().getName().matches(shared))));
    }

    /** But for JSON, which is whole, and what a record holds. That tests may use something too does not count. */
    @Test
    void nothingOfTheBotIsThereForTheSandboxAlone() {
        Set<String> doors = Set.of("callbot.Bot.upkeep()");
        Set<String> forTheSandbox = PROGRAM.stream()
                .filter(type -> isOurs(type) && !Set.of("sandbox", "json").contains(packageOf(type)))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> !method.getOwner().isRecord()
                        || !method.getRawParameterTypes().isEmpty())
                .filter(method -> isUsed(method, user -> packageOf(user).equals("sandbox")))
                .filter(method -> !isUsed(method, user -> !packageOf(user).equals("sandbox")))
                .map(JavaMethod::getFullName)
                .collect(Collectors.toSet());
        assertEquals(doors, forTheSandbox);
    }

    @ParameterizedTest(name = "{0} is called by {1} alone")
    @CsvSource({
        "java\\.lang\\.System\\.(getenv|exit),  callbot\\.(Config|Main|sandbox\\.Sandbox)",
        "java\\.time\\.Clock\\.system.*,        callbot\\.(Bot|Main|sandbox\\..*)"
    })
    void theWorldOutsideIsAskedInOnePlace(String method, String caller) {
        check(outside(caller)
                .should()
                .accessTargetWhere(target(describe(
                        "match " + method,
                        called -> (called.getOwner().getName() + "." + called.getName()).matches(method)))));
    }

    @Test
    void packagesFormNoCycle() {
        check(slices().matching("callbot.(*)..").should().beFreeOfCycles());
        check(slices().matching("callbot.(**)").should().beFreeOfCycles());
    }

    @Test
    void nothingStaticChanges() {
        check(fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should(beFinal())
                .andShould(ArchCondition.from(
                        describe("be of a type that does not change", ArchitectureTest::isConstant))));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)|.*[.$](Default|Abstract)[^.$]*"));
    }

    @Test
    void anInterfaceHasManyImplementationsOrIsAFunction() {
        List<String> lonely = PROGRAM.stream()
                .filter(type -> type.isInterface()
                        && !isFunction(type)
                        && !type.getName().endsWith("package-info"))
                .filter(type -> type.getAllSubclasses().stream()
                                .filter(subclass -> !subclass.isInterface())
                                .count()
                        < 2)
                .map(JavaClass::getName)
                .toList();
        assertEquals(List.of(), lonely);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PROGRAM);
    }

    private static GivenClassesConjunction outside(String allowed) {
        return noClasses()
                .that(describe("are not " + allowed, type -> !outermost(type).matches(allowed)));
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().matches("callbot(\\..*)?");
    }

    /** The first part of the package's name below ours; {@code root} if there is none. */
    private static String packageOf(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length == 1 ? "root" : parts[1];
    }

    /** The part of the sandbox; empty for the outermost one, and for what is not in the sandbox. */
    private static String partOfSandbox(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return packageOf(type).equals("sandbox") && parts.length > 2 ? parts[2] : "";
    }

    /** The room of a package of ours; for what is in no room of it, the package itself; empty for what is elsewhere. */
    private static String roomOf(JavaClass type, String house) {
        String inOurs = type.getPackageName().replaceFirst("callbot\\.?", "");
        return inOurs.equals(house)
                ? house
                : inOurs.startsWith(house + ".") ? inOurs.substring(house.length() + 1) : "";
    }

    private static boolean isUsed(JavaMethod method, Predicate<JavaClass> by) {
        return Stream.concat(method.getAccessesToSelf().stream(), method.getReferencesToSelf().stream())
                .anyMatch(access -> by.test(access.getOriginOwner()));
    }

    private static boolean isConstant(JavaField field) {
        JavaClass type = field.getRawType();
        return type.isPrimitive() || type.isEnum() || type.getName().matches(CONSTANT) || isOurs(type) && isFixed(type);
    }

    private static boolean isFixed(JavaClass type) {
        return type.isInterface()
                || type.getFields().stream()
                        .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL));
    }

    private static boolean isFunction(JavaClass type) {
        return type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                        .count()
                == 1;
    }
}
