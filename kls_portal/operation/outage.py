"""How a database that is away is told from a fault of ours."""

from django.db import DatabaseError, InterfaceError, OperationalError


def is_database_down(problem: BaseException | None) -> bool:
    """Whether an exception, or one that it came from, says that the database cannot be used now.

    It is away, full, locked, damaged, or the connection broke. A statement that is wrong is a
    fault of ours and none of these; drivers have classes of their own for it.
    """
    while problem is not None:
        if isinstance(problem, OperationalError | InterfaceError) or type(problem) is DatabaseError:
            return True
        problem = problem.__cause__ or problem.__context__
    return False
