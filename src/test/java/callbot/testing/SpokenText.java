package callbot.testing;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The texts in a source file that people may read: what stands in quotes and holds words, put together as the code puts it together.
 * What the code puts in between is an ellipsis. Texts for the log are left out.
 */
public final class SpokenText {

    private static final String GAP = "…";

    private SpokenText() {}

    /** The texts of this file, in their order. */
    public static List<String> in(Path file) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            JavacTask task =
                    (JavacTask) compiler.getTask(null, files, null, List.of(), null, files.getJavaFileObjects(file));
            List<String> texts = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) new Finder(texts).scan(unit, null);
            return texts;
        }
    }

    private static final class Finder extends TreeScanner<Void, Void> {

        private final List<String> texts;

        private Finder(List<String> texts) {
            this.texts = texts;
        }

        @Override
        public Void visitBinary(BinaryTree tree, Void nothing) {
            if (tree.getKind() != Tree.Kind.PLUS) return super.visitBinary(tree, nothing);
            take(tree);
            return null;
        }

        @Override
        public Void visitLiteral(LiteralTree tree, Void nothing) {
            take(tree);
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
            return isForTheLog(tree) ? null : super.visitMethodInvocation(tree, nothing);
        }

        /** What is thrown is a mistake in the code, which nobody in the chat reads. */
        @Override
        public Void visitThrow(ThrowTree tree, Void nothing) {
            return null;
        }

        private static boolean isForTheLog(MethodInvocationTree tree) {
            String called = tree.getMethodSelect().toString();
            return called.equals("log.log") || called.endsWith(".note") || called.endsWith(".matches");
        }

        private void take(ExpressionTree tree) {
            StringBuilder text = new StringBuilder();
            add(tree, text);
            String whole = text.toString().replaceAll(GAP + "+", GAP).strip();
            if (whole.matches("(?s).*\\p{L}[^\\s]* +[^\\s]*\\p{L}.*") || whole.matches("[A-Z][a-z]+")) texts.add(whole);
        }

        private void add(ExpressionTree tree, StringBuilder text) {
            switch (tree) {
                case LiteralTree literal -> text.append(literal.getValue());
                case BinaryTree sum
                when sum.getKind() == Tree.Kind.PLUS -> {
                    add(sum.getLeftOperand(), text);
                    add(sum.getRightOperand(), text);
                }
                case ParenthesizedTree group -> {
                    text.append(GAP);
                    scan(group, null);
                }
                default -> {
                    text.append(GAP);
                    scan(tree, null);
                }
            }
        }
    }
}
