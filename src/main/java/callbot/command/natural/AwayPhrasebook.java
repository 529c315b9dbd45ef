package callbot.command.natural;

/** The chapter of the {@link Phrasebook} on being away. That somebody is away is often but told, and then only offered. */
final class AwayPhrasebook {

    static final String BOOK = """
            /away until * lunch | At lunch until *
            = tell callers i am at lunch until <clock>, tell callers that i am at lunch until <clock>, set me to lunch until <clock>
            ~ i am at lunch until <clock>, i am having lunch until <clock>, at lunch until <clock>, lunch until <clock>, out for lunch until <clock>
            ~ i am out for lunch until <clock>, gone for lunch until <clock>, i will be at lunch until <clock>
            /away * lunch | At lunch for *
            = tell callers i am at lunch for <span>, tell callers that i am at lunch for <span>
            ~ i am at lunch for <span>, lunch for <span>, at lunch for <span>
            /away lunch | At lunch
            = tell callers i am at lunch, tell callers that i am at lunch, set me to lunch
            ~ i am at lunch, i am out for lunch, i am having lunch, gone for lunch, at lunch, out for lunch
            /away until * meeting | In a meeting until *
            = tell callers i am in a meeting until <clock>, tell callers that i am in a meeting until <clock>
            ~ i am in a meeting until <clock>, in a meeting until <clock>, i will be in a meeting until <clock>, meeting until <clock>
            /away * meeting | In a meeting for *
            = tell callers i am in a meeting for <span>, tell callers that i am in a meeting for <span>
            ~ i am in a meeting for <span>, in a meeting for <span>, i will be in a meeting for <span>
            /away meeting | In a meeting
            = tell callers i am in a meeting, tell callers that i am in a meeting
            ~ i am in a meeting
            /away vacation | On vacation
            = tell callers i am on vacation, tell callers that i am on vacation, tell callers i am on holiday, tell callers that i am on holiday
            ~ i am on vacation, i am on holiday, on vacation, on holiday
            /away business trip | On a business trip
            = tell callers i am on a business trip, tell callers that i am on a business trip
            ~ i am on a business trip, on a business trip
            /away gone for the day | Gone for the day
            = tell callers i am gone for the day, tell callers that i am gone for the day
            ~ i am gone for the day, gone for the day, i am done for the day, i am done for today
            /away out of office | Out of office
            = tell callers i am out of office, tell callers that i am out of office, tell callers i am not in the office
            ~ i am out of office, i am out of the office, out of office, i am not in the office
            /away until * | Away until *
            = tell callers i am away until <clock>, tell callers that i am away until <clock>, set me away until <clock>, set me to away until <clock>
            = tell callers i am unavailable until <clock>, tell callers that i am not available until <clock>
            ~ i am away until <clock>, i am out until <clock>, i am unavailable until <clock>, i am not available until <clock>, away until <clock>
            ~ i am back at <clock>, i will be back at <clock>, back at <clock>
            /away * | Away for *
            = tell callers i am away for <span>, tell callers that i am away for <span>, set me away for <span>, set me to away for <span>
            ~ i am away for <span>, i am out for <span>, away for <span>, i will be away for <span>, i am not available for <span>
            /away on | Away
            = tell callers i am away, tell callers that i am away, set me away, set me to away, mark me as away, mark me away
            = turn on personal assistant, switch on personal assistant, enable personal assistant, turn personal assistant on
            ~ i am away, away, i am not available, i am unavailable
            /away off | Not away
            = tell callers i am back, tell callers that i am back, i am not away, i am not away any more, i am no longer away
            = turn off personal assistant, switch off personal assistant, disable personal assistant, turn personal assistant off
            ~ i am back, i am back again, i am here again, i am available, i am available again, back from lunch, i am back from lunch
            /away | Away?
            = am i away, am i set to away, am i still away, is personal assistant on, is personal assistant off, personal assistant
            = show personal assistant, what are callers told, what do callers hear, what do you tell callers
            """;

    private AwayPhrasebook() {}
}
