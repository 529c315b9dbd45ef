package callbot.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Stops a thread of the bot right before it runs a method, as a debugger does. The other threads go on. */
final class Breakpoint {

    private static final long PATIENCE_MILLIS = 10_000;

    private final VirtualMachine bot;
    private final String where;

    private Breakpoint(VirtualMachine bot, String where) {
        this.bot = bot;
        this.where = where;
    }

    /** Before this method of a class that the bot has used already. */
    static Breakpoint before(ChildBot process, String className, String methodName) {
        VirtualMachine bot = attached(process.debuggerPort());
        List<Method> methods = bot.classesByName(className).stream()
                .flatMap((ReferenceType type) -> type.methodsByName(methodName).stream())
                .toList();
        assertEquals(1, methods.size(), () -> className + "." + methodName + " is no method that there is once");
        BreakpointRequest request = bot.eventRequestManager()
                .createBreakpointRequest(methods.getFirst().location());
        request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        request.enable();
        return new Breakpoint(bot, className + "." + methodName);
    }

    /**
     * Waits until a thread has stopped there that is wanted by its name; others go on. Gives the names of the classes whose
     * methods it is in, innermost first.
     */
    List<String> await(Predicate<String> wanted) {
        try {
            for (EventSet events = next(); ; events = next()) {
                for (Event event : events) {
                    if (event instanceof BreakpointEvent stop
                            && wanted.test(stop.thread().name())) return classes(stop.thread());
                }
                events.resume();
            }
        } catch (InterruptedException | IncompatibleThreadStateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> classes(ThreadReference thread) throws IncompatibleThreadStateException {
        return thread.frames().stream()
                .map(frame -> frame.location().declaringType().name())
                .toList();
    }

    private EventSet next() throws InterruptedException {
        EventSet events = bot.eventQueue().remove(PATIENCE_MILLIS);
        assertNotNull(events, () -> "nobody came to " + where);
        return events;
    }

    private static VirtualMachine attached(int port) {
        AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(one -> one.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(Integer.toString(port));
        try {
            return connector.attach(arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalConnectorArgumentsException e) {
            throw new IllegalStateException(e);
        }
    }
}
